package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.Details.Line;
import io.github.sandboxcache.ui.usage.BucketBars;
import io.github.sandboxcache.ui.usage.UsageExport;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;

/** Who uses the chosen image, and how often. */
public final class ImageUseController {
  private static final PseudoClass SCROLLING = PseudoClass.getPseudoClass("scrolling");
  private static final double ROW_HEIGHT = 24;
  private static final double LIST_PADDING = 8;
  private static final int MAX_CONTAINERS_SHOWN = 3;

  /** Where there is no room for so many, all of it scrolls. */
  private static final int MIN_FACTS_SHOWN = 5;

  private final DetailsModel model;
  private final ImageUsageModel usage;
  private final UsageExport export;
  private final Ticker ticker;
  private final UiTexts texts;

  @FXML private ScrollPane scroll;
  @FXML private Node hitsBox;
  @FXML private Label hitsNote;
  @FXML private BucketBars hitBars;
  @FXML private Label usedByTitle;
  @FXML private ListView<Line> usedBy;
  @FXML private ListView<UsageFact> facts;

  /** Shows what those models tell. */
  public ImageUseController(
      DetailsModel model, ImageUsageModel usage, UsageExport export, Ticker ticker, UiTexts texts) {
    this.model = model;
    this.usage = usage;
    this.export = export;
    this.ticker = ticker;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    new DetailLists(texts).style(usedBy, "mono", 0, "details.used-by.none");
    facts.setMinHeight(MIN_FACTS_SHOWN * ROW_HEIGHT + LIST_PADDING);
    scroll
        .viewportBoundsProperty()
        .subscribe(
            shown ->
                scroll.pseudoClassStateChanged(SCROLLING, shown.getWidth() < scroll.getWidth()));
    HistoryView history = new HistoryView(hitBars, hitsNote, facts, export, ticker, texts);
    usage.historyProperty().subscribe(history::show);
    model.detailsProperty().subscribe(this::show);
  }

  private void show(Optional<Details> details) {
    List<Line> containers = details.map(Details::containers).orElse(List.of());
    boolean cached = details.flatMap(Details::cached).isPresent();
    Nodes.show(hitsBox, cached);
    Nodes.show(facts, cached);
    usedByTitle.setText(texts.text("details.used-by.title", containers.size()));
    DetailLists.fill(usedBy, containers);
    Nodes.show(usedBy, !containers.isEmpty());
    int rows = Math.clamp(containers.size(), 1, MAX_CONTAINERS_SHOWN);
    usedBy.setPrefHeight(rows * ROW_HEIGHT + LIST_PADDING);
    usedBy.setMinHeight(ROW_HEIGHT + LIST_PADDING);
  }
}
