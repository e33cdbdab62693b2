package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.SegmentBar;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.Details.LabelNames;
import io.github.sandboxcache.ui.cache.Details.Line;
import io.github.sandboxcache.ui.usage.BucketBars;
import io.github.sandboxcache.ui.usage.UsageExport;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** The wide form of the pane: the same image in two columns, with its use always in view. */
public final class WideDetailsController {
  private static final double LABEL_NAME_WIDTH = 98;
  private static final double ROW_HEIGHT = 24;
  private static final double LIST_PADDING = 8;
  private static final int MAX_CONTAINERS_SHOWN = 4;
  private static final double MIN_WIDTH_FOR_WORDS = 150;

  private final ImageUsageModel usage;
  private final CacheModel cache;
  private final UsageExport export;
  private final Ticker ticker;
  private final UiTexts texts;
  private final DetailLists lists;

  @FXML private FlowPane marks;
  @FXML private Label sentence;
  @FXML private ImageButtonsController imageButtonsController;
  @FXML private Label sizes;
  @FXML private SegmentBar bar;
  @FXML private Region sharedBox;
  @FXML private Label shared;
  @FXML private Label own;
  @FXML private Label ownNote;
  @FXML private TabPane tabs;
  @FXML private Tab packagesTab;
  @FXML private Tab historyTab;
  @FXML private Tab tagsTab;
  @FXML private ListView<Line> packages;
  @FXML private ListView<UsageFact> facts;
  @FXML private ListView<Line> references;
  @FXML private Node usageBox;
  @FXML private Label hitsNote;
  @FXML private BucketBars hitBars;
  @FXML private Label usedByTitle;
  @FXML private ListView<Line> usedBy;
  @FXML private Label labelsTitle;
  @FXML private Label labelsPrefix;
  @FXML private ListView<Line> labels;

  /** Shows what that model reads. */
  public WideDetailsController(
      ImageUsageModel usage, CacheModel cache, UsageExport export, Ticker ticker, UiTexts texts) {
    this.usage = usage;
    this.cache = cache;
    this.export = export;
    this.ticker = ticker;
    this.texts = texts;
    this.lists = new DetailLists(texts);
  }

  @FXML
  private void initialize() {
    imageButtonsController.widen();
    lists.style(packages, "small", 0, "details.packages.none");
    lists.style(references, "mono", 0, "details.tags.none");
    lists.style(usedBy, "mono", 0, "details.used-by.none");
    lists.style(labels, "mono", LABEL_NAME_WIDTH, "details.labels.none");
    HistoryView history = new HistoryView(hitBars, hitsNote, facts, export, ticker, texts);
    usage.historyProperty().subscribe(history::show);
  }

  void show(Details details) {
    DetailLists.fill(marks, details.marks());
    marks.getChildren().add(sentence);
    Nodes.show(marks, true);
    SizeText size = details.size();
    bar.setSegments(size.bar());
    sizes.setText(
        texts.text(
            size.known() ? "details.layers.sum" : "details.layers.total",
            size.total(),
            size.own()));
    Nodes.show(sharedBox, size.known());
    sharedBox
        .prefWidthProperty()
        .bind(bar.widthProperty().map(width -> sharedWidth(width.doubleValue(), size)));
    shared.setText(texts.text("details.layers.shared", size.shared()));
    own.setText(texts.text(size.known() ? "details.layers.own" : "details.layers.all", size.own()));
    ownNote.setText(texts.text("details.layers.own.note", details.packages().size()));
    lists.fill(packagesTab, packages, details.packages(), "details.tab.packages");
    lists.fill(tagsTab, references, details.references(), "details.tab.tags");
    usedByTitle.setText(texts.text("details.used-by.title", details.containers().size()));
    DetailLists.fill(usedBy, details.containers());
    int rows = Math.clamp(details.containers().size(), 1, MAX_CONTAINERS_SHOWN);
    usedBy.setPrefHeight(rows * ROW_HEIGHT + LIST_PADDING);
    usedBy.setMinHeight(ROW_HEIGHT + LIST_PADDING);
    LabelNames names = LabelNames.of(details.labels());
    labelsTitle.setText(texts.text("details.labels.title", details.labels().size()));
    labelsPrefix.setText(names.prefix().isEmpty() ? "" : names.prefix() + "*");
    DetailLists.fill(labels, names.lines());
  }

  void showUse(TableRow row) {
    boolean cached = row instanceof TableRow.ImageRow;
    Nodes.show(usageBox, cached);
    historyTab.setDisable(!cached);
    if (!cached && historyTab.isSelected()) {
      tabs.getSelectionModel().select(packagesTab);
    }
    if (row instanceof TableRow.ImageRow image) {
      UseText words = UseText.of(image, cache.view().usage().range(), ticker.now(), texts);
      sentence.setText(words.sentence());
    } else {
      sentence.setText("");
    }
    sentence.setManaged(cached);
  }

  /** The words stand beneath their parts of the bar, as far as both have room. */
  private static double sharedWidth(double whole, SizeText size) {
    return Math.clamp(
        whole * size.sharedFraction(),
        MIN_WIDTH_FOR_WORDS,
        Math.max(MIN_WIDTH_FOR_WORDS, whole - 240));
  }
}
