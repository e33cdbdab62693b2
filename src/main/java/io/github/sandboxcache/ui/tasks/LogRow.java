package io.github.sandboxcache.ui.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One row of a log on screen.
 *
 * @param text what it shows
 * @param kind what it is
 */
public record LogRow(String text, Kind kind) {
  private static final String CONTINUED = "    ";
  private static final int MIN_COLUMNS = 20;
  private static final Pattern ERROR =
      Pattern.compile("(error|fatal|npm err|npm error|e:|panic)\\b.*|error[:\\[].*");

  /** What stands out. */
  public enum Kind {
    COMMAND,
    ERROR,
    OUTPUT
  }

  /**
   * The rows of one line of output; one that is too long goes on, indented, in the next row.
   *
   * @param columns how many characters fit
   */
  static List<LogRow> rows(String line, int columns) {
    Kind kind = kind(line);
    int width = Math.max(MIN_COLUMNS, columns);
    List<LogRow> rows = new ArrayList<>();
    String rest = line;
    while (rest.length() > width) {
      int end = end(rest, width);
      rows.add(new LogRow(rest.substring(0, end).stripTrailing(), kind));
      rest = CONTINUED + rest.substring(end).strip();
    }
    rows.add(new LogRow(rest, kind));
    return rows;
  }

  /** After the last space that fits, unless that leaves half of the row empty. */
  private static int end(String text, int width) {
    int space = text.lastIndexOf(' ', width - 1) + 1;
    int end = space > width / 2 ? space : width;
    return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
  }

  private static Kind kind(String line) {
    if (line.startsWith("$ ")) {
      return Kind.COMMAND;
    }
    return ERROR.matcher(line.strip().toLowerCase(Locale.ROOT)).matches()
        ? Kind.ERROR
        : Kind.OUTPUT;
  }
}
