package io.github.sandboxcache.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes lines of CSV as RFC 4180 has them, in UTF-8 and with {@code CRLF}. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it: names of packages come from
 * anywhere.
 */
public final class Csv {
  private static final String FORMULA_STARTS = "=+-@\t\r";
  private static final String END = "\r\n";

  private Csv() {}

  /** One line, its end included. */
  public static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", END));
  }

  private static String cell(String text) {
    boolean number = text.matches("-?[0-9]+(\\.[0-9]+)?");
    String harmless =
        !number && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
            ? "'" + text
            : text;
    boolean quoted = harmless.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
  }
}
