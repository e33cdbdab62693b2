package io.github.sandboxcache.ui.cache;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the user left the table's columns. Names that no column has any more do no harm.
 *
 * @param widths by column name, in pixels
 * @param order column names from left to right; empty for the usual order
 * @param sort by what the rows were sorted; empty for the usual
 */
public record TableLayout(Map<String, Double> widths, List<String> order, Optional<Sort> sort) {
  /** How it is at first. */
  public static final TableLayout DEFAULT = new TableLayout(Map.of(), List.of(), Optional.empty());

  /**
   * One column that orders the rows.
   *
   * @param column its name
   * @param descending whether the greatest is first
   */
  public record Sort(String column, boolean descending) {}

  /** Copies the collections. */
  public TableLayout {
    widths = Map.copyOf(widths);
    order = List.copyOf(order);
  }
}
