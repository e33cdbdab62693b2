package io.github.sandboxcache.domain.cache;

import java.util.Collection;
import java.util.List;

/**
 * JSON exactly as ECMAScript's {@code JSON.stringify} writes an array of strings (ECMA-262,
 * QuoteJSONString). A JSON library's own escapes differ in detail, and every detail changes the
 * cache key.
 */
final class CanonicalJson {
  private CanonicalJson() {}

  /** The array of the given strings, sorted by UTF-16 code units, without spaces. */
  static String sortedArray(Collection<String> strings) {
    List<String> sorted = strings.stream().sorted().toList();
    StringBuilder out = new StringBuilder("[");
    for (String string : sorted) {
      if (out.length() > 1) {
        out.append(',');
      }
      quote(string, out);
    }
    return out.append(']').toString();
  }

  private static void quote(String string, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < string.length()
          && Character.isLowSurrogate(string.charAt(i + 1))) {
        out.append(c).append(string.charAt(++i));
      } else {
        escape(c, out);
      }
    }
    out.append('"');
  }

  private static void escape(char c, StringBuilder out) {
    switch (c) {
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      default -> {
        if (c < 0x20 || Character.isSurrogate(c)) {
          out.append("\\u%04x".formatted((int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
