package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.base.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Rows of a chart. Tab leads to one of them, Up and Down from there to the others; a click, Enter
 * or the space bar chooses one. Nodes stay and only change, so that live data does not flicker. FX
 * thread only.
 *
 * @param <T> what a row shows
 */
final class RowList<T> extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Supplier<? extends Line<T>> make;
  private final List<Line<T>> lines = new ArrayList<>();
  private Consumer<T> onChoose = _ -> {};
  private Predicate<T> selected = _ -> false;

  /**
   * A list without rows.
   *
   * @param make makes a row that shows nothing yet
   */
  RowList(Supplier<? extends Line<T>> make) {
    this.make = make;
    getStyleClass().add("chart-rows");
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  /** Shows these rows. */
  void show(List<T> items) {
    while (lines.size() > items.size()) {
      getChildren().remove(lines.removeLast());
    }
    while (lines.size() < items.size()) {
      Line<T> line = make.get();
      line.listen(this::choose);
      line.focusedProperty().addListener((_, _, focused) -> tabLeadsTo(line, focused));
      lines.add(line);
      getChildren().add(line);
    }
    for (int i = 0; i < items.size(); i++) {
      lines.get(i).show(items.get(i), selected.test(items.get(i)));
    }
    if (!lines.isEmpty() && lines.stream().noneMatch(Line::isFocusTraversable)) {
      lines.getFirst().setFocusTraversable(true);
    }
  }

  /** Told which row is chosen. */
  void setOnChoose(Consumer<T> listener) {
    onChoose = listener;
  }

  /** Marks those rows as what everything is narrowed to. */
  void select(Predicate<T> which) {
    selected = which;
    lines.forEach(line -> line.item.ifPresent(item -> line.show(item, which.test(item))));
  }

  /** Does something with each row. */
  void forEachLine(Consumer<Line<T>> action) {
    lines.forEach(action);
  }

  private void choose(T item) {
    onChoose.accept(item);
  }

  private void tabLeadsTo(Line<T> line, boolean focused) {
    if (focused) {
      lines.forEach(other -> other.setFocusTraversable(other.equals(line)));
    }
  }

  private void onKey(KeyEvent event) {
    int at = lines.indexOf(event.getTarget());
    int to =
        switch (event.getCode()) {
          case UP -> at - 1;
          case DOWN -> at + 1;
          case HOME -> 0;
          case END -> lines.size() - 1;
          default -> -1;
        };
    if (at >= 0 && to >= 0 && to < lines.size()) {
      lines.get(to).requestFocus();
      event.consume();
    }
  }

  /**
   * One row, which can show another thing later.
   *
   * @param <T> what it shows
   */
  abstract static class Line<T> extends HBox {
    private Optional<T> item = Optional.empty();
    private Consumer<T> onChoose = _ -> {};
    private boolean chosen;

    Line() {
      getStyleClass().add("chart-row");
      setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
      addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
      addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Changes what can be seen and heard of it. */
    abstract void draw(T next);

    /** Gives it a language's colours. */
    final void look(String languageClass) {
      Nodes.style(this, "chart-row", languageClass);
    }

    /** What it shows. */
    final Optional<T> item() {
      return item;
    }

    private void listen(Consumer<T> listener) {
      onChoose = listener;
    }

    private void show(T next, boolean marked) {
      if (!item.equals(Optional.of(next))) {
        item = Optional.of(next);
        draw(next);
      }
      if (chosen != marked) {
        chosen = marked;
        pseudoClassStateChanged(SELECTED, marked);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
      }
    }

    private void clicked(MouseEvent event) {
      if (event.getButton() == MouseButton.PRIMARY) {
        requestFocus();
        item.ifPresent(onChoose);
      }
    }

    private void pressed(KeyEvent event) {
      boolean go = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
      if (go && event.getTarget().equals(this)) {
        item.ifPresent(onChoose);
        event.consume();
      }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
      return attribute == AccessibleAttribute.SELECTED
          ? chosen
          : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
      if (action == AccessibleAction.FIRE) {
        item.ifPresent(onChoose);
      } else {
        super.executeAccessibleAction(action, parameters);
      }
    }
  }
}
