package io.github.sandboxcache.ui.cache;

import java.util.Optional;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.VirtualFlow;

/**
 * The row at the top of the view, so that it can be brought there again after rows above it came or
 * went.
 *
 * @param key the row's key
 * @param offset how far its upper edge is above that of the view, in pixels, 0 or less
 */
record ScrollAnchor(String key, double offset) {
  static Optional<ScrollAnchor> of(TreeTableView<TableRow> table) {
    return flow(table)
        .map(VirtualFlow::getFirstVisibleCell)
        .filter(cell -> cell.getIndex() > 0 || cell.getLayoutY() < 0)
        .flatMap(cell -> anchorAt(table, cell));
  }

  void restore(TreeTableView<TableRow> table) {
    for (int i = 0; i < table.getExpandedItemCount(); i++) {
      if (table.getTreeItem(i).getValue().key().equals(key)) {
        int row = i;
        flow(table)
            .ifPresent(
                flow -> {
                  flow.setCellCount(table.getExpandedItemCount());
                  flow.scrollToTop(row);
                  flow.scrollPixels(-offset);
                });
        return;
      }
    }
  }

  private static Optional<ScrollAnchor> anchorAt(
      TreeTableView<TableRow> table, IndexedCell<?> cell) {
    return Optional.ofNullable(table.getTreeItem(cell.getIndex()))
        .map(TreeItem::getValue)
        .map(row -> new ScrollAnchor(row.key(), cell.getLayoutY()));
  }

  private static Optional<VirtualFlow<?>> flow(TreeTableView<TableRow> table) {
    return Optional.ofNullable((VirtualFlow<?>) table.lookup(".virtual-flow"));
  }
}
