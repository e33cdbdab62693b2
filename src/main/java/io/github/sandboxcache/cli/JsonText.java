package io.github.sandboxcache.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Writes a document as JSON text that is safe for programs and for terminals: what cannot be
 * written as UTF-8, or could be taken for a command of the terminal, is escaped.
 */
final class JsonText {
  /** How verbs read and write JSON; what follows after a value is refused. */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final ObjectWriter WRITER = writer();

  private JsonText() {}

  /** The document, indented, lines ended by a line feed, none at the end. */
  static String of(Object document) {
    try {
      return escapeUnsafe(WRITER.writeValueAsString(document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a document cannot be written as JSON", e);
    }
  }

  private static ObjectWriter writer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(separators)
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter);
    return MAPPER.writer(printer);
  }

  /** Such characters stand only within strings, where an escape means the same. */
  private static String escapeUnsafe(String json) {
    return hasUnsafe(json) ? escaped(json) : json;
  }

  /** As good as never, so that the long way is not taken for every document. */
  private static boolean hasUnsafe(String json) {
    for (int i = 0; i < json.length(); i++) {
      // Every surrogate is looked at more closely.
      if (isUnsafe(json.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static String escaped(String json) {
    StringBuilder out = new StringBuilder(json.length());
    json.codePoints()
        .forEach(
            c -> {
              if (isUnsafe(c)) {
                out.append("\\u%04x".formatted(c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static boolean isUnsafe(int c) {
    boolean loneSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean control = c >= 0x7f && c <= 0x9f;
    return loneSurrogate || control;
  }
}
