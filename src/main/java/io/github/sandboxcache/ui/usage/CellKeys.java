package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.usage.HeatCells.Cell;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/**
 * Leads through the cells of a strip while a node that holds it has the keyboard: Left and Right
 * from cell to cell, Enter or the space bar chooses one, Escape leads back to the node. FX thread
 * only.
 */
final class CellKeys {
  private final HeatStrip strip;
  private final Consumer<Cell> onChoose;
  private final Consumer<Optional<Cell>> onMark;
  private List<Cell> cells = List.of();
  private Optional<Cell> marked = Optional.empty();

  /**
   * Begins; nothing is marked yet.
   *
   * @param onChoose told which cell is chosen
   * @param onMark told which cell has the keyboard, and when none has it any more
   */
  CellKeys(Node holder, HeatStrip strip, Consumer<Cell> onChoose, Consumer<Optional<Cell>> onMark) {
    this.strip = strip;
    this.onChoose = onChoose;
    this.onMark = onMark;
    holder.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    holder
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                mark(Optional.empty());
              }
            });
  }

  /** Shows these cells; the mark stays where it is in time. */
  void show(HeatCells next) {
    cells = next.cells();
    strip.show(next);
    mark(marked.map(cell -> next.at(cell.first())));
  }

  /** Which cell has the keyboard. */
  Optional<Cell> marked() {
    return marked;
  }

  private void walk(KeyEvent event) {
    int at = marked.map(cells::indexOf).orElse(cells.size());
    switch (event.getCode()) {
      case LEFT -> go(at - 1, event);
      case RIGHT -> go(Math.min(at + 1, cells.size() - 1), event);
      case ESCAPE -> marked.ifPresent(_ -> leave(event));
      case ENTER, SPACE -> marked.ifPresent(cell -> choose(cell, event));
      default -> {
        // Leads elsewhere.
      }
    }
  }

  private void go(int to, KeyEvent event) {
    if (!cells.isEmpty()) {
      mark(Optional.of(cells.get(Math.max(0, to))));
      event.consume();
    }
  }

  private void leave(KeyEvent event) {
    mark(Optional.empty());
    event.consume();
  }

  private void choose(Cell cell, KeyEvent event) {
    onChoose.accept(cell);
    event.consume();
  }

  private void mark(Optional<Cell> cell) {
    marked = cell;
    strip.mark(cell);
    onMark.accept(cell);
  }
}
