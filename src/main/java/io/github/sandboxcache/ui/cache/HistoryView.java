package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.ImageUsageModel.ImageHistory;
import io.github.sandboxcache.ui.usage.BucketBars;
import io.github.sandboxcache.ui.usage.ChartPart;
import io.github.sandboxcache.ui.usage.ExportMenu;
import io.github.sandboxcache.ui.usage.RangeText;
import io.github.sandboxcache.ui.usage.UsageExport;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/** Shows the use of one image: hits over time, and its facts. */
final class HistoryView {
  private final BucketBars bars;
  private final Label note;
  private final ListView<UsageFact> facts;
  private final Label noFacts = new Label();
  private final UiTexts texts;
  private Optional<ImageHistory> shown = Optional.empty();

  /**
   * Takes those parts into its care.
   *
   * @param note says how many hits the bars show
   */
  HistoryView(
      BucketBars bars,
      Label note,
      ListView<UsageFact> facts,
      UsageExport export,
      Ticker ticker,
      UiTexts texts) {
    this.bars = bars;
    this.note = note;
    this.facts = facts;
    this.texts = texts;
    facts.setCellFactory(_ -> new FactCell(ticker, texts));
    noFacts.getStyleClass().addAll("small", "text3");
    facts.setPlaceholder(noFacts);
    new ExportMenu(export).install(bars, this::part);
  }

  private ChartPart part() {
    return bars.part(
        shown
            .map(
                history ->
                    "usage-" + history.reference().tag() + "-" + RangeText.key(history.range()))
            .orElse("usage"));
  }

  void show(Optional<ImageHistory> history) {
    shown = history;
    boolean readable = history.filter(ImageHistory::readable).isPresent();
    bars.setVisible(readable);
    DetailLists.fill(facts, history.map(ImageHistory::facts).orElse(List.of()));
    noFacts.setText(
        texts.text(
            history.isEmpty()
                ? "details.usage.loading"
                : readable ? "details.usage.none" : "details.usage.not-readable"));
    boolean lookups = history.filter(known -> !known.timeline().isEmpty()).isPresent();
    String words = history.map(this::words).orElse("");
    note.setText(readable ? (lookups ? words : "") : noFacts.getText());
    history.ifPresent(
        known ->
            bars.show(
                known.timeline(),
                lookups ? texts.text("details.usage.bars", words) : words,
                texts));
  }

  private String words(ImageHistory history) {
    String range = texts.text("usage.range." + RangeText.key(history.range()));
    return history.timeline().isEmpty()
        ? texts.text("details.usage.no-data", range)
        : texts.text("details.usage.hits", history.hits(), range);
  }
}
