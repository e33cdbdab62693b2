package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.usage.HeatCells.Cell;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;

/**
 * The hit rate of one language, with its cells, which keys lead through as {@link CellKeys} says.
 */
final class LanguageLine extends RateLine {
  private final HeatStrip strip;
  private final CellKeys keys;
  private final UiTexts texts;
  private final BiConsumer<RateRows.Row, Cell> onChooseCell;

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
    focusedProperty().subscribe(_ -> onLook.accept(looked()));
    keys = new CellKeys(this, strip, this::choose, this::say);
  }

  private Optional<RateRows.Row> looked() {
    return item().filter(_ -> isHover() || isFocused());
  }

  @Override
  void draw(RateRows.Row row) {
    super.draw(row);
    keys.show(row.cells());
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

  private void say(Optional<Cell> marked) {
    item()
        .ifPresent(
            row -> {
              setAccessibleText(
                  marked
                      .map(cell -> HeatText.said(row.name(), row.cells(), cell, texts))
                      .orElse(row.said()));
              notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
            });
  }
}
