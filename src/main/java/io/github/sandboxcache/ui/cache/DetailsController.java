package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.KeyboardFocus;
import io.github.sandboxcache.ui.base.LayoutModel;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.SegmentBar;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.Details.Line;
import io.github.sandboxcache.ui.usage.BucketBars;
import io.github.sandboxcache.ui.usage.UsageExport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** Shows the chosen image. */
public final class DetailsController {
  private static final double LABEL_NAME_WIDTH = 112;

  /** The finest that ages of more than some seconds are told in. */
  private static final Duration AGES_STAY = Duration.ofSeconds(10);

  private final ImagesModel images;
  private final CacheModel cache;
  private final LayoutModel layout;
  private final UsageExport export;
  private final Ticker ticker;
  private final UiTexts texts;
  private final ImageUsageModel usage;

  @FXML private Parent pane;
  @FXML private Node content;
  @FXML private Node wideDetails;
  @FXML private WideDetailsController wideDetailsController;
  @FXML private Node nothing;
  @FXML private Node dot;
  @FXML private Label repository;
  @FXML private Label tag;
  @FXML private Button copy;
  @FXML private ToggleButton wide;
  @FXML private Button close;
  @FXML private FlowPane marks;
  @FXML private SegmentBar bar;
  @FXML private Node sharedRow;
  @FXML private Node ownRow;
  @FXML private Label shared;
  @FXML private Label own;
  @FXML private Label total;
  @FXML private Node hitsBox;
  @FXML private Label hits;
  @FXML private Node usedBox;
  @FXML private Label lastUsed;
  @FXML private Label created;
  @FXML private TabPane tabs;
  @FXML private Tab packagesTab;
  @FXML private Tab usageTab;
  @FXML private Tab usedByTab;
  @FXML private Tab labelsTab;
  @FXML private Tab tagsTab;
  @FXML private ListView<Line> packages;
  @FXML private BucketBars hitBars;
  @FXML private Label hitsNote;
  @FXML private ListView<UsageFact> facts;
  @FXML private ListView<Line> usedBy;
  @FXML private ListView<Line> labels;
  @FXML private ListView<Line> references;

  private final DetailLists lists;
  private TabNames tabNames;
  private Optional<Details> shown = Optional.empty();
  private Instant agesDue = Instant.MIN;
  private HoverTip createdTip;
  private HoverTip hitsTip;
  private HoverTip lastUsedTip;
  private HoverTip nameTip;

  /** Follows what is chosen in the table. */
  public DetailsController(
      ImagesModel images,
      CacheModel cache,
      ImageUsageModel usage,
      LayoutModel layout,
      UsageExport export,
      Ticker ticker,
      UiTexts texts) {
    this.usage = usage;
    this.images = images;
    this.cache = cache;
    this.layout = layout;
    this.export = export;
    this.ticker = ticker;
    this.texts = texts;
    this.lists = new DetailLists(texts);
  }

  @FXML
  private void initialize() {
    tabNames = new TabNames(tabs);
    createdTip = HoverTip.install(created, "");
    nameTip = HoverTip.install(tag, "");
    hitsTip = HoverTip.install(hits, "");
    lastUsedTip = HoverTip.install(lastUsed, "");
    lists.style(packages, "small", 0, "details.packages.none");
    lists.style(usedBy, "mono", 0, "details.used-by.none");
    lists.style(labels, "mono", LABEL_NAME_WIDTH, "details.labels.none");
    lists.style(references, "mono", 0, "details.tags.none");
    HistoryView history = new HistoryView(hitBars, hitsNote, facts, export, ticker, texts);
    usage.historyProperty().subscribe(history::show);
    usageTab.selectedProperty().addListener((_, _, _) -> loadUsage());
    cache.viewProperty().addListener((_, _, _) -> loadUsage());
    layout.detailsWideProperty().addListener((_, _, _) -> showContent());
    HoverTip.install(copy, texts.text("details.copy"));
    HoverTip.install(wide, texts.text("details.wide"));
    HoverTip.install(close, texts.text("details.close"));
    wide.selectedProperty().bindBidirectional(layout.detailsWideProperty());
    images.selectedProperty().subscribe(this::show);
    ticker
        .nowProperty()
        .addListener(
            (_, _, now) -> {
              if (!now.isBefore(agesDue)) {
                shown.ifPresent(this::showAge);
              }
            });
    layout
        .detailsWideProperty()
        .subscribe(
            wider -> {
              Nodes.show(copy, !wider);
              Nodes.show(repository, wider);
            });
  }

  /** Puts the keyboard into the pane. */
  public void focus() {
    if (shown.isPresent()) {
      tabs.requestFocus();
    } else {
      close.requestFocus();
    }
  }

  /** Whether the keyboard is in the pane. */
  public boolean isFocused() {
    return KeyboardFocus.isIn(pane);
  }

  @FXML
  private void onCopy() {
    images.selectedProperty().get().flatMap(TableRow::imageName).ifPresent(Nodes::copy);
  }

  @FXML
  private void onClose() {
    layout.detailsWideProperty().set(false);
    layout.detailsOpenProperty().set(false);
  }

  private void show(Optional<TableRow> row) {
    row.ifPresent(this::showUse);
    loadUsage();
    Optional<Details> next = row.flatMap(r -> Details.of(r, cache.view(), texts));
    if (next.equals(shown) && next.isPresent()) {
      return;
    }
    shown = next;
    showContent();
    dot.setVisible(next.isPresent());
    copy.setDisable(next.isEmpty());
    next.ifPresentOrElse(this::show, () -> tag.setText(""));
  }

  private void showContent() {
    boolean wider = layout.detailsWideProperty().get();
    content.setVisible(shown.isPresent() && !wider);
    nothing.setVisible(shown.isEmpty());
    // Without a place, for it would push the narrow form apart.
    Nodes.show(wideDetails, shown.isPresent() && wider);
    loadUsage();
  }

  private void show(Details details) {
    wideDetailsController.show(details);
    pane.getStyleClass().removeIf(name -> name.startsWith("lang-"));
    pane.getStyleClass().add(details.languageClass());
    repository.setText(details.repository());
    tag.setText(details.tag());
    nameTip.setText(details.repository() + details.tag());
    DetailLists.fill(marks, details.marks());
    showSize(details.size());
    showAge(details);
    createdTip.setText(UseText.date(details.image().createdAt()));
    fill(
        packagesTab,
        packages,
        details.packages(),
        "details.tab.packages",
        "images.column.packages");
    fill(usedByTab, usedBy, details.containers(), "details.tab.used-by", "details.tab.users");
    fill(labelsTab, labels, details.labels(), "details.tab.labels", "details.list.labels");
    fill(tagsTab, references, details.references(), "details.tab.tags", "details.list.tags");
  }

  private void fill(Tab tab, ListView<Line> list, List<Line> lines, String key, String briefKey) {
    tabNames.put(tab, texts.text(key, lines.size()), texts.text(briefKey));
    DetailLists.fill(list, lines);
  }

  private void showUse(TableRow row) {
    boolean cached = row instanceof TableRow.ImageRow;
    Nodes.show(hitsBox, cached);
    Nodes.show(usedBox, cached);
    usageTab.setDisable(!cached);
    if (row instanceof TableRow.ImageRow image) {
      UseText words = UseText.of(image, cache.view().usage().range(), ticker.now(), texts);
      hits.setText(words.hits().shown());
      hitsTip.setText(words.hits().tip());
      lastUsed.setText(words.lastUsed());
      lastUsedTip.setText(words.lastUsedTip());
    }
    wideDetailsController.showUse(row);
  }

  /** Only what is looked at is read. */
  private void loadUsage() {
    if ((usageTab.isSelected() || layout.detailsWideProperty().get())
        && images.selectedProperty().get().orElse(null) instanceof TableRow.ImageRow image) {
      usage.load(image.image().reference(), cache.view().usage().range());
    }
  }

  private void showSize(SizeText size) {
    bar.setSegments(size.bar());
    Nodes.show(sharedRow, size.known());
    Nodes.show(ownRow, size.known());
    shared.setText(size.shared());
    own.setText(size.own());
    total.setText(size.total());
  }

  private void showAge(Details details) {
    images.selectedProperty().get().ifPresent(this::showUse);
    agesDue = ticker.now().plus(AGES_STAY);
    created.setText(RelativeTime.ago(details.image().createdAt(), ticker.now()));
  }
}
