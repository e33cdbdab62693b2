package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.cache.TableOrder.Column;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableColumn.SortType;
import javafx.scene.control.TreeTableView;

/** The table's columns by name, and how they stand. FX thread only. */
public final class Columns {
  private final TreeTableView<TableRow> table;

  Columns(TreeTableView<TableRow> table) {
    this.table = table;
  }

  /** How the columns stand now. */
  public TableLayout layout() {
    Map<String, Double> widths = new LinkedHashMap<>();
    table.getColumns().stream()
        .filter(TreeTableColumn::isResizable)
        .forEach(column -> widths.put(name(column), column.getWidth()));
    Optional<TableLayout.Sort> sort =
        table.getSortOrder().stream()
            .findFirst()
            .map(
                column ->
                    new TableLayout.Sort(
                        name(column), column.getSortType() == SortType.DESCENDING));
    return new TableLayout(widths, table.getColumns().stream().map(Columns::name).toList(), sort);
  }

  /** Puts the columns as they were; what does not fit these columns is left as it is. */
  public void restore(TableLayout layout) {
    Map<String, TreeTableColumn<TableRow, ?>> byName = new LinkedHashMap<>();
    table.getColumns().forEach(column -> byName.put(name(column), column));
    byName.forEach(
        (name, column) ->
            Optional.ofNullable(layout.widths().get(name))
                .filter(width -> width > 0)
                .ifPresent(column::setPrefWidth));
    if (fits(layout.order(), byName)) {
      table
          .getColumns()
          .setAll(layout.order().stream().flatMap(name -> stream(byName, name)).toList());
    }
    layout
        .sort()
        .ifPresent(
            sort ->
                stream(byName, sort.column())
                    .forEach(
                        column -> {
                          column.setSortType(
                              sort.descending() ? SortType.DESCENDING : SortType.ASCENDING);
                          table.getSortOrder().setAll(List.of(column));
                        }));
  }

  /** The tree's own column stays the first. */
  private boolean fits(List<String> order, Map<String, TreeTableColumn<TableRow, ?>> byName) {
    return order.size() == byName.size()
        && new HashSet<>(order).equals(byName.keySet())
        && order.getFirst().equals(name(table.getColumns().getFirst()));
  }

  private static Stream<TreeTableColumn<TableRow, ?>> stream(
      Map<String, TreeTableColumn<TableRow, ?>> byName, String name) {
    return Optional.<TreeTableColumn<TableRow, ?>>ofNullable(byName.get(name)).stream();
  }

  private static String name(TreeTableColumn<TableRow, ?> column) {
    return ((Column) column.getUserData()).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * How the user left the table's columns. Names that no column has any more do no harm.
   *
   * @param widths by column name, in pixels
   * @param order column names from left to right; empty for the usual order
   * @param sort by what the rows were sorted; empty for the usual
   */
  public record TableLayout(Map<String, Double> widths, List<String> order, Optional<Sort> sort) {
    /** How it is at first. */
    public static final TableLayout DEFAULT =
        new TableLayout(Map.of(), List.of(), Optional.empty());

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
}
