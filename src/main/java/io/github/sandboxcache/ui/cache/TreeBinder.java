package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.cache.TableChange.GroupChange;
import io.github.sandboxcache.ui.cache.TableRow.MoreRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.EventDispatchChain;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.VirtualFlow;

/**
 * Brings the tree's items in step with the content and keeps what the user set: the chosen row,
 * which groups are unfolded, and the place scrolled to.
 */
final class TreeBinder {
  private final TreeTableView<TableRow> table;
  private final TreeItem<TableRow> root = new TreeItem<>();
  private final Map<String, RowItem> groups = new HashMap<>();
  private final Set<String> unfolded = new HashSet<>();
  private boolean applying;
  private boolean searching;
  private boolean knowsFolds;

  TreeBinder(TreeTableView<TableRow> table) {
    this.table = table;
    root.setExpanded(true);
    table.setRoot(root);
    table.setShowRoot(false);
  }

  /** Whether items change just now, so that the selection moves without the user. */
  boolean isApplying() {
    return applying;
  }

  /** Keys of the unfolded groups; empty when nothing has been shown yet. */
  Optional<Set<String>> unfolded() {
    return knowsFolds ? Optional.of(Set.copyOf(unfolded)) : Optional.empty();
  }

  /** Unfolds those groups from the start. */
  void setUnfolded(Set<String> keys) {
    knowsFolds = true;
    unfolded.addAll(keys);
  }

  void apply(TableChange change) {
    List<String> chosen = chosenKeys(change.sameRequest());
    boolean structure =
        !change.sameGroups() || change.groups().stream().anyMatch(group -> !group.sameRows());
    Optional<ScrollAnchor> anchor = structure ? ScrollAnchor.of(table) : Optional.empty();
    applying = true;
    try {
      List<RowItem> items = change.groups().stream().map(this::apply).toList();
      if (!change.sameGroups()) {
        root.getChildren().setAll(items);
        groups.values().retainAll(new HashSet<>(items));
      }
      unfold(change);
      if (structure) {
        choose(chosen);
        anchor.ifPresent(at -> at.restore(table));
      }
    } finally {
      applying = false;
    }
  }

  /** Chooses the row of that key, unfolding its group, and scrolls to it. */
  boolean show(String key) {
    for (TreeItem<TableRow> group : root.getChildren()) {
      for (TreeItem<TableRow> item : group.getChildren()) {
        if (item.getValue().key().equals(key)) {
          group.setExpanded(true);
          int row = table.getRow(item);
          table.getSelectionModel().clearAndSelect(row);
          table.scrollTo(Math.max(0, row - 3));
          return true;
        }
      }
    }
    return false;
  }

  private RowItem apply(GroupChange change) {
    String key = change.group().head().key();
    RowItem item = groups.computeIfAbsent(key, _ -> groupItem(change));
    if (change.headChanged()) {
      item.renew(change.group().head());
    }
    List<TableRow> rows = change.group().rows();
    if (change.sameRows()) {
      change.changedRows().forEach(i -> renew(item.getChildren().get(i), rows.get(i)));
    } else {
      item.getChildren().setAll(reusing(item.getChildren(), rows));
    }
    return item;
  }

  private static void renew(TreeItem<TableRow> item, TableRow row) {
    if (item instanceof RowItem known) {
      known.renew(row);
    }
  }

  private RowItem groupItem(GroupChange change) {
    RowItem item = new RowItem(change.group().head());
    String key = change.group().head().key();
    item.expandedProperty()
        .addListener(
            (_, _, expanded) -> {
              if (!applying && !searching) {
                if (expanded) {
                  unfolded.add(key);
                } else {
                  unfolded.remove(key);
                }
              }
            });
    return item;
  }

  /** Items that stand for the same thing as before stay the same objects. */
  private static List<TreeItem<TableRow>> reusing(
      List<TreeItem<TableRow>> known, List<TableRow> rows) {
    Map<String, TreeItem<TableRow>> byKey = new HashMap<>();
    known.forEach(item -> byKey.put(item.getValue().key(), item));
    List<TreeItem<TableRow>> items = new ArrayList<>(rows.size());
    for (TableRow row : rows) {
      TreeItem<TableRow> item = byKey.get(row.key());
      if (item == null) {
        items.add(new RowItem(row));
      } else {
        renew(item, row);
        items.add(item);
      }
    }
    return items;
  }

  private void unfold(TableChange change) {
    searching = change.content().searching();
    if (!knowsFolds && !root.getChildren().isEmpty()) {
      knowsFolds = true;
      unfolded.add(root.getChildren().getFirst().getValue().key());
    }
    for (TreeItem<TableRow> group : root.getChildren()) {
      group.setExpanded(searching || unfolded.contains(group.getValue().key()));
    }
  }

  /**
   * The chosen row, and those that are chosen in its stead should it be gone: the next images of
   * its group, the ones before, the group. Where the user wants to see something else, none is.
   */
  private List<String> chosenKeys(boolean withHeirs) {
    TreeItem<TableRow> item = table.getSelectionModel().getSelectedItem();
    if (item == null) {
      return List.of();
    }
    List<String> keys = new ArrayList<>(List.of(item.getValue().key()));
    TreeItem<TableRow> group = item.getParent();
    if (withHeirs && group != null && group.getValue() != null) {
      List<TreeItem<TableRow>> rows = group.getChildren();
      int at = rows.indexOf(item);
      Stream.of(rows.subList(at + 1, rows.size()), rows.subList(0, at).reversed(), List.of(group))
          .flatMap(List::stream)
          .map(TreeItem::getValue)
          .filter(row -> !(row instanceof MoreRow))
          .map(TableRow::key)
          .forEach(keys::add);
    }
    return keys;
  }

  private void choose(List<String> keys) {
    Optional<TreeItem<TableRow>> item =
        keys.stream().flatMap(key -> find(key).stream()).findFirst();
    int row = item.map(table::getRow).orElse(-1);
    if (row < 0) {
      table.getSelectionModel().clearSelection();
    } else if (table.getSelectionModel().getSelectedIndex() != row
        || !item.equals(Optional.ofNullable(table.getSelectionModel().getSelectedItem()))) {
      table.getSelectionModel().clearAndSelect(row);
    }
    // The toolkit moves the focus by the rows that came and went, and only in a moment.
    Platform.runLater(this::focusChosen);
  }

  private void focusChosen() {
    int row = table.getSelectionModel().getSelectedIndex();
    if (row >= 0) {
      table.getFocusModel().focus(row);
    }
  }

  private Optional<TreeItem<TableRow>> find(String key) {
    for (TreeItem<TableRow> group : root.getChildren()) {
      if (group.getValue().key().equals(key)) {
        return Optional.of(group);
      }
      if (group.isExpanded()) {
        for (TreeItem<TableRow> item : group.getChildren()) {
          if (item.getValue().key().equals(key)) {
            return Optional.of(item);
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * A row in the tree. Another value of the same thing is told to the cells that show it and to
   * nobody else: the table would make every cell in view anew.
   */
  private static final class RowItem extends TreeItem<TableRow> {
    private boolean quiet;

    RowItem(TableRow row) {
      super(row);
    }

    /** Shows another value of the same thing. */
    void renew(TableRow row) {
      if (row.equals(getValue())) {
        return;
      }
      quiet = true;
      try {
        setValue(row);
      } finally {
        quiet = false;
      }
    }

    @Override
    public EventDispatchChain buildEventDispatchChain(EventDispatchChain tail) {
      return quiet ? tail : super.buildEventDispatchChain(tail);
    }
  }

  /**
   * The row at the top of the view, so that it can be brought there again after rows above it came
   * or went.
   *
   * @param key the row's key
   * @param offset how far its upper edge is above that of the view, in pixels, 0 or less
   */
  private record ScrollAnchor(String key, double offset) {
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
}
