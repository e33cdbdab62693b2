package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.Shortcuts;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.TableOrder.Column;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableColumn.SortType;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.NestedTableColumnHeader;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Orders the table by the column whose head is clicked, or that is chosen from a menu by keyboard.
 * The toolkit's own heads begin with the smallest number, and no key reaches them. FX thread only.
 */
final class ColumnSort {
  private static final double MENU_X = 38;
  private static final double MENU_Y = 32;

  private final TreeTableView<TableRow> table;
  private final UiTexts texts;
  private final ContextMenu menu = new ContextMenu();

  private ColumnSort(TreeTableView<TableRow> table, UiTexts texts) {
    this.table = table;
    this.texts = texts;
    menu.setId("sortMenu");
  }

  static ColumnSort install(TreeTableView<TableRow> table, UiTexts texts) {
    ColumnSort sort = new ColumnSort(table, texts);
    table.getColumns().forEach(column -> column.setSortable(false));
    table.addEventFilter(MouseEvent.MOUSE_CLICKED, sort::clicked);
    table.addEventHandler(KeyEvent.KEY_PRESSED, sort::pressed);
    return sort;
  }

  /** How the rows are ordered now. */
  TableOrder order() {
    return table.getSortOrder().stream()
        .findFirst()
        .map(column -> new TableOrder(id(column), column.getSortType() == SortType.DESCENDING))
        .orElse(TableOrder.LAST_USED_FIRST);
  }

  /** Orders the rows like that. */
  void by(TableOrder order) {
    table.getColumns().stream()
        .filter(column -> id(column) == order.column())
        .forEach(
            column -> {
              column.setSortType(order.descending() ? SortType.DESCENDING : SortType.ASCENDING);
              table.getSortOrder().setAll(List.of(column));
            });
  }

  /** Puts the direction beside the name of the column that orders the rows. */
  void nameColumns() {
    for (TreeTableColumn<TableRow, ?> column : table.getColumns()) {
      column.setText(name(id(column)));
    }
  }

  private void chosen(Column column) {
    TableOrder now = order();
    by(column == now.column() ? now.reversed() : column.first());
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      head(event).ifPresent(column -> chosen(id(column)));
    }
  }

  private void pressed(KeyEvent event) {
    if (Shortcuts.SORT.match(event)) {
      menu.getItems().setAll(table.getColumns().stream().map(this::item).toList());
      Point2D at = table.localToScreen(MENU_X, MENU_Y);
      menu.show(table, at.getX(), at.getY());
      event.consume();
    }
  }

  private MenuItem item(TreeTableColumn<TableRow, ?> column) {
    MenuItem item = new MenuItem(name(id(column)));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> chosen(id(column)));
    return item;
  }

  private String name(Column column) {
    String name =
        switch (column) {
          case IMAGE -> texts.text("images.column.image");
          case PACKAGES -> texts.text("images.column.packages");
          case OWN -> texts.text("images.column.own");
          case SAVED -> texts.text("images.column.saved");
          case HITS -> texts.text("images.column.hits");
          case LAST_USED -> texts.text("images.column.last-used");
          case CREATED -> texts.text("images.column.created");
          case STATUS -> texts.text("images.column.status");
        };
    TableOrder now = order();
    return column == now.column()
        ? texts.text(now.descending() ? "images.sorted.down" : "images.sorted.up", name)
        : name;
  }

  private static Optional<TableColumnBase<?, ?>> head(MouseEvent event) {
    Node at = event.getPickResult() == null ? null : event.getPickResult().getIntersectedNode();
    for (; at != null; at = at.getParent()) {
      if (at instanceof TableColumnHeader head && !(at instanceof NestedTableColumnHeader)) {
        return Optional.ofNullable(head.getTableColumn());
      }
    }
    return Optional.empty();
  }

  private static Column id(TableColumnBase<?, ?> column) {
    return (Column) column.getUserData();
  }
}
