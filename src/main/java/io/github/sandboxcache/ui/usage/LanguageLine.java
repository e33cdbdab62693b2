package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.usage.HeatCells.Cell;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.input.KeyEvent;

/**
 * The hit rate of one language, with its cells. Left and Right lead from cell to cell, Escape back
 * to the row.
 */
final class LanguageLine extends RateLine {
  private final HeatStrip strip;
  private final UiTexts texts;
  private final BiConsumer<RateRows.Row, Cell> onChooseCell;
  private Optional<Cell> marked = Optional.empty();

  /**
   * A row that shows nothing yet.
   *
   * @param onLook told when the row is looked at, and when no more
   * @param onChooseCell told which cell is chosen
   */
  LanguageLine(
      RateColumns columns,
      Consumer<Optional<RateRows.Row>> onLook,
      BiConsumer<RateRows.Row, Cell> onChooseCell,
      UiTexts texts) {
    this(columns, new HeatStrip(texts), onLook, onChooseCell, texts);
  }

  private LanguageLine(
      RateColumns columns,
      HeatStrip strip,
      Consumer<Optional<RateRows.Row>> onLook,
      BiConsumer<RateRows.Row, Cell> onChooseCell,
      UiTexts texts) {
    super(columns, strip);
    this.strip = strip;
    this.texts = texts;
    this.onChooseCell = onChooseCell;
    strip.setMaxHeight(USE_PREF_SIZE);
    strip.setOnChoose(this::choose);
    hoverProperty().subscribe(_ -> onLook.accept(looked()));
    focusedProperty()
        .subscribe(
            focused -> {
              onLook.accept(looked());
              if (!focused) {
                mark(Optional.empty());
              }
            });
    addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
  }

  private Optional<RateRows.Row> looked() {
    return item().filter(_ -> isHover() || isFocused());
  }

  @Override
  void draw(RateRows.Row row) {
    super.draw(row);
    strip.show(row.cells());
    mark(marked.map(cell -> row.cells().at(cell.first())));
  }

  private void walk(KeyEvent event) {
    List<Cell> cells = item().map(row -> row.cells().cells()).orElse(List.of());
    int at = marked.map(cells::indexOf).orElse(cells.size());
    switch (event.getCode()) {
      case LEFT -> go(cells, at - 1, event);
      case RIGHT -> go(cells, Math.min(at + 1, cells.size() - 1), event);
      case ESCAPE -> marked.ifPresent(_ -> leave(event));
      case ENTER, SPACE -> marked.ifPresent(cell -> choose(cell, event));
      default -> {
        // Goes up and down the rows.
      }
    }
  }

  private void go(List<Cell> cells, int to, KeyEvent event) {
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
    choose(cell);
    event.consume();
  }

  private void choose(Cell cell) {
    item().ifPresent(row -> onChooseCell.accept(row, cell));
  }

  /** Shows which of its cells everything is narrowed to. */
  void choose(BiPredicate<RateRows.Row, Cell> which) {
    strip.choose(
        item()
            .flatMap(
                row ->
                    row.cells().cells().stream().filter(cell -> which.test(row, cell)).findAny()));
  }

  private void mark(Optional<Cell> cell) {
    marked = cell;
    strip.mark(cell);
    item()
        .ifPresent(
            row -> {
              setAccessibleText(
                  cell.map(
                          which ->
                              row.name()
                                  + ", "
                                  + HeatText.cell(row.cells(), which, texts).replace("\n", ", "))
                      .orElse(row.said()));
              notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
            });
  }
}
