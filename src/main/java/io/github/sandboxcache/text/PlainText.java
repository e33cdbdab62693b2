package io.github.sandboxcache.text;

import java.util.regex.Pattern;

/**
 * Text that others wrote (labels, names, output of package managers, errors of an engine) made safe
 * to show: nothing in it can move a cursor, colour a terminal or turn the direction of reading.
 */
public final class PlainText {
  // ECMA-48: CSI sequences, then OSC and other strings with their end, then two-character escapes.
  private static final Pattern STYLING =
      Pattern.compile(
          "(?:\u001b\\[|\u009b)[0-?]*[ -/]*[@-~]"
              + "|(?:\u001b[\\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*"
              + "(?:\u0007|\u001b\\\\|\u009c)"
              + "|\u001b[ -/]*[0-~]");

  private PlainText() {}

  /**
   * One line in which every control or invisible formatting character stands visibly as {@code
   * \}{@code u001b}.
   */
  public static String line(String untrusted) {
    if (untrusted.codePoints().noneMatch(PlainText::isUnsafe)) {
      return untrusted;
    }
    StringBuilder out = new StringBuilder(untrusted.length() + 16);
    untrusted.codePoints().forEach(c -> append(c, out));
    return out.toString();
  }

  /**
   * A line of a program's output: its colours are dropped, of a progress line that rewrote itself
   * the last state is kept, and what is left is as in {@link #line}.
   */
  public static String outputLine(String untrusted) {
    String unstyled = STYLING.matcher(untrusted).replaceAll("").stripTrailing();
    String last = unstyled.substring(unstyled.lastIndexOf('\r') + 1);
    return line(last.replace("\t", "    "));
  }

  /** Whether a code point must not be shown as it is. */
  static boolean isUnsafe(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static void append(int codePoint, StringBuilder out) {
    if (!isUnsafe(codePoint)) {
      out.appendCodePoint(codePoint);
      return;
    }
    for (char unit : Character.toChars(codePoint)) {
      out.append("\\u%04x".formatted((int) unit));
    }
  }
}
