package io.github.sandboxcache.ui.cache;

import java.util.Map;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;

/**
 * Leaves out columns for which the table is too narrow, the least important first, and gives the
 * packages what is left. FX thread only.
 */
final class ColumnFit {
  private static final double SCROLL_BAR = 12;

  private final TreeTableView<TableRow> table;
  private final TreeTableColumn<TableRow, TableRow> packages;
  private final Map<TreeTableColumn<TableRow, TableRow>, Double> leastWidths;
  private double covered;

  /**
   * Fits the columns of that table from now on.
   *
   * @param packages the column that takes what is left
   * @param leastWidths how wide the table has to be, in pixels, for columns that may be left out
   */
  ColumnFit(
      TreeTableView<TableRow> table,
      TreeTableColumn<TableRow, TableRow> packages,
      Map<TreeTableColumn<TableRow, TableRow>, Double> leastWidths) {
    this.table = table;
    this.packages = packages;
    this.leastWidths = Map.copyOf(leastWidths);
    table.widthProperty().addListener((_, _, _) -> fit());
    table.getColumns().forEach(c -> c.widthProperty().addListener((_, _, _) -> fitPackages()));
  }

  /** Says how much of the table's right side lies under another area, in pixels. */
  void setCovered(double width) {
    covered = width;
    fit();
  }

  void fit() {
    double width = table.getWidth() - covered;
    leastWidths.forEach((column, least) -> column.setVisible(width >= least));
    fitPackages();
  }

  private void fitPackages() {
    double others =
        table.getColumns().stream()
            .filter(column -> column.isVisible() && !column.equals(packages))
            .mapToDouble(TreeTableColumn::getWidth)
            .sum();
    double left = table.getWidth() - others - SCROLL_BAR - covered;
    packages.setPrefWidth(Math.max(packages.getMinWidth(), left));
  }
}
