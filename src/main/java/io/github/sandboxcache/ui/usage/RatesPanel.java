package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.usage.HeatCells.Cell;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Hit rates: of all languages together with a line, and of each with a strip of cells. */
final class RatesPanel extends VBox {
  private final RateColumns columns = new RateColumns();
  private final Label range = new Label();
  private final RangeAxis axis = new RangeAxis();
  private final TrendLine trend = new TrendLine();
  private final RateLine all;
  private final RowList<RateRows.Row> languages;
  private final ScrollPane scroll;
  private BiConsumer<RateRows.Row, Cell> onChooseCell = (_, _) -> {};
  private BiPredicate<RateRows.Row, Cell> chosenCell = (_, _) -> false;

  /** A panel without rows. */
  RatesPanel(UiTexts texts) {
    setId("rates");
    getStyleClass().addAll("chart-panel", "rates", "first");
    all = new RateLine(columns, trend);
    all.setAccessibleRole(AccessibleRole.TEXT);
    all.setFocusTraversable(true);
    languages =
        new RowList<>(
            () ->
                new LanguageLine(
                    columns, trend::compare, (row, cell) -> onChooseCell.accept(row, cell), texts));
    scroll = ChartScroll.of(languages);
    getChildren().addAll(head(texts), all, scroll);
    widthProperty().subscribe(width -> columns.fit(width.doubleValue()));
  }

  private HBox head(UiTexts texts) {
    Label title = new Label(texts.text("usage.hit-rate"));
    title.getStyleClass().addAll("semibold", "small", "rate-name");
    Label change = new Label(texts.text("usage.column.change"));
    Label misses = new Label(texts.text("usage.column.misses"));
    Label waited = new Label(texts.text("usage.column.waited"));
    range.getStyleClass().addAll("axis-label", "rate-percent");
    change.getStyleClass().addAll("axis-label", "rate-change");
    misses.getStyleClass().addAll("axis-label", "rate-misses");
    waited.getStyleClass().addAll("axis-label", "rate-waited");
    columns.follow(misses, waited);
    HBox.setHgrow(axis, Priority.ALWAYS);
    HBox.setMargin(axis, new Insets(0, 0, 0, RateLine.GAP));
    HBox head = new HBox(title, range, change, misses, waited, axis);
    head.getStyleClass().add("chart-head");
    return head;
  }

  /** Shows these rates. */
  void show(RateRows rows) {
    range.setText(rows.range());
    axis.show(rows.all().cells(), rows.range());
    all.draw(rows.all());
    trend.show(rows.all().cells());
    languages.show(rows.languages());
    selectCell(chosenCell);
  }

  /** Told which language is chosen; none for all together. */
  void setOnChoose(Consumer<Optional<Language>> listener) {
    languages.setOnChoose(row -> listener.accept(row.language()));
  }

  /** Told which piece of time of a language is chosen. */
  void setOnChooseCell(BiConsumer<RateRows.Row, Cell> listener) {
    onChooseCell = listener;
  }

  /** Marks that language as the one that everything is narrowed to, or none. */
  void select(Optional<Language> language) {
    languages.select(row -> language.isPresent() && row.language().equals(language));
  }

  /** Marks the cell that everything is narrowed to. */
  void selectCell(BiPredicate<RateRows.Row, Cell> which) {
    chosenCell = which;
    languages.forEachLine(line -> ((LanguageLine) line).choose(chosenCell));
  }

  /** The rows of the languages, which scroll where there is no room for all. */
  ScrollPane scroll() {
    return scroll;
  }
}
