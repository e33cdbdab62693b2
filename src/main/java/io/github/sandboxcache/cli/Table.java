package io.github.sandboxcache.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An aligned table for people. Widths count code points, which is right for all text that the cache
 * itself makes. Columns whose heading begins with {@code >} are aligned to the right.
 */
final class Table {
  private static final String RIGHT = ">";
  private static final String GAP = "  ";

  private final List<Boolean> right;
  private final List<List<Cell>> rows = new ArrayList<>();

  Table(String... headings) {
    right = List.of(headings).stream().map(h -> h.startsWith(RIGHT)).toList();
    rows.add(
        List.of(headings).stream()
            .map(h -> new Cell(h.startsWith(RIGHT) ? h.substring(1) : h, Style.HEADING))
            .toList());
  }

  /** Whether there is nothing below its headings. */
  boolean isEmpty() {
    return rows.size() == 1;
  }

  /** One piece of harmless text and how it looks. */
  record Cell(String text, Style style) {
    static Cell of(String text) {
      return new Cell(text, Style.PLAIN);
    }

    private int width() {
      return text.codePointCount(0, text.length());
    }
  }

  void add(Cell... cells) {
    rows.add(List.of(cells));
  }

  /** The lines of the table, heading first, without blanks at their ends. */
  List<String> lines(boolean color) {
    List<Integer> widths =
        IntStream.range(0, right.size())
            .mapToObj(c -> rows.stream().mapToInt(row -> row.get(c).width()).max().orElse(0))
            .toList();
    return rows.stream().map(row -> line(row, widths, color)).toList();
  }

  private String line(List<Cell> row, List<Integer> widths, boolean color) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < row.size(); c++) {
      Cell cell = row.get(c);
      String padding = " ".repeat(widths.get(c) - cell.width());
      String text = color ? cell.style().on(cell.text()) : cell.text();
      line.append(c == 0 ? "" : GAP);
      line.append(right.get(c) ? padding + text : text + padding);
    }
    return line.toString().stripTrailing();
  }
}
