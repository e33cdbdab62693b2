package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.Shortcuts;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Chooses several images of the table by keys and mouse. The table's own choice stays one row, for
 * which it keeps the place; what is chosen together are images only, known by their keys, so that
 * it survives rows that come and go. FX thread only.
 */
final class ChoosingSeveral {
  private static final Set<KeyCode> MOVES =
      Set.of(
          KeyCode.UP, KeyCode.DOWN, KeyCode.HOME, KeyCode.END, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN);

  private final TreeTableView<TableRow> table;
  private final ImagesModel model;

  private ChoosingSeveral(TreeTableView<TableRow> table, ImagesModel model) {
    this.table = table;
    this.model = model;
  }

  static void install(TreeTableView<TableRow> table, ImagesModel model) {
    ChoosingSeveral choosing = new ChoosingSeveral(table, model);
    table.addEventFilter(KeyEvent.KEY_PRESSED, choosing::pressed);
    table.addEventFilter(MouseEvent.MOUSE_PRESSED, choosing::pressed);
  }

  private void pressed(KeyEvent event) {
    if (Shortcuts.CHOOSE_ALL.match(event)) {
      model.choose(choice().all(shownImages()));
      event.consume();
    } else if (Shortcuts.CHOOSE_TOO.match(event)) {
      image(table.getFocusModel().getFocusedIndex()).ifPresent(this::toggle);
      event.consume();
    } else if (Shortcuts.EXTEND_UP.match(event)) {
      move(-1);
      event.consume();
    } else if (Shortcuts.EXTEND_DOWN.match(event)) {
      move(1);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !choice().isEmpty()) {
      model.choose(ImageChoice.NONE);
      event.consume();
    } else if (MOVES.contains(event.getCode()) && !event.isShortcutDown()) {
      model.choose(ImageChoice.NONE);
    }
  }

  private void pressed(MouseEvent event) {
    Optional<TreeTableRow<?>> row = rowOf(event);
    if (row.isEmpty()) {
      return;
    }
    int index = row.get().getIndex();
    boolean primary = event.getButton() == MouseButton.PRIMARY;
    Optional<String> key = image(index).filter(_ -> primary);
    if (key.isPresent() && (event.isShortcutDown() || isOnCheck(event))) {
      toggle(key.get());
      table.getSelectionModel().clearAndSelect(index);
      table.requestFocus();
      event.consume();
    } else if (primary && event.isShiftDown()) {
      extendTo(index);
      table.requestFocus();
      event.consume();
    } else if (!isMenuOfChosen(event, index)) {
      model.choose(ImageChoice.NONE);
    }
  }

  /** The menu of one of them acts on all of them. */
  private boolean isMenuOfChosen(MouseEvent event, int row) {
    return event.getButton() == MouseButton.SECONDARY
        && image(row).filter(choice().keys()::contains).isPresent();
  }

  private void toggle(String key) {
    model.choose(choice().toggled(key, current()));
  }

  private void move(int step) {
    int to = table.getSelectionModel().getSelectedIndex() + step;
    if (to >= 0 && to < table.getExpandedItemCount()) {
      extendTo(to);
      table.scrollTo(Math.max(0, to - 3));
    }
  }

  private void extendTo(int row) {
    Optional<String> from = choice().anchor().or(this::current).or(() -> image(row));
    int start = from.map(this::rowOf).filter(at -> at >= 0).orElse(row);
    table.getSelectionModel().clearAndSelect(row);
    List<String> range =
        IntStream.rangeClosed(Math.min(start, row), Math.max(start, row))
            .mapToObj(this::image)
            .flatMap(Optional::stream)
            .toList();
    from.ifPresent(anchor -> model.choose(choice().range(anchor, range)));
  }

  private ImageChoice choice() {
    return model.choiceProperty().get();
  }

  private Optional<String> current() {
    return image(table.getSelectionModel().getSelectedIndex());
  }

  private Optional<String> image(int row) {
    return Optional.ofNullable(table.getTreeItem(row))
        .map(TreeItem::getValue)
        .filter(ImageRow.class::isInstance)
        .map(TableRow::key);
  }

  private int rowOf(String key) {
    return table.getRoot().getChildren().stream()
        .filter(TreeItem::isExpanded)
        .flatMap(group -> group.getChildren().stream())
        .filter(item -> item.getValue().key().equals(key))
        .findFirst()
        .map(table::getRow)
        .orElse(-1);
  }

  private List<String> shownImages() {
    return table.getRoot().getChildren().stream()
        .filter(TreeItem::isExpanded)
        .flatMap(group -> group.getChildren().stream())
        .map(TreeItem::getValue)
        .filter(ImageRow.class::isInstance)
        .map(TableRow::key)
        .toList();
  }

  private boolean isOnCheck(MouseEvent event) {
    for (Node at = hit(event); at != null; at = at.getParent()) {
      if (at.getStyleClass().contains("row-check")) {
        return !choice().isEmpty();
      }
    }
    return false;
  }

  private static Optional<TreeTableRow<?>> rowOf(MouseEvent event) {
    for (Node at = hit(event); at != null; at = at.getParent()) {
      if (at instanceof TreeTableRow<?> row) {
        return row.isEmpty() ? Optional.empty() : Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private static @Nullable Node hit(MouseEvent event) {
    return event.getPickResult() == null ? null : event.getPickResult().getIntersectedNode();
  }
}
