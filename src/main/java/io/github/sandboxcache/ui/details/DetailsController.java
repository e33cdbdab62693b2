package io.github.sandboxcache.ui.details;

import io.github.sandboxcache.port.EngineImage;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.details.Details.Line;
import io.github.sandboxcache.ui.details.Details.Mark;
import io.github.sandboxcache.ui.details.ImageUsageModel.ImageHistory;
import io.github.sandboxcache.ui.fx.FullDate;
import io.github.sandboxcache.ui.fx.Tooltips;
import io.github.sandboxcache.ui.fx.UiTexts;
import io.github.sandboxcache.ui.images.CopyName;
import io.github.sandboxcache.ui.images.ImagesModel;
import io.github.sandboxcache.ui.images.TableRow;
import io.github.sandboxcache.ui.model.CacheModel;
import io.github.sandboxcache.ui.model.Ticker;
import io.github.sandboxcache.ui.shell.LayoutModel;
import io.github.sandboxcache.ui.theme.Icon;
import io.github.sandboxcache.ui.theme.SegmentBar;
import io.github.sandboxcache.ui.theme.SegmentBar.Segment;
import io.github.sandboxcache.ui.usage.BucketBars;
import io.github.sandboxcache.ui.usage.RangeWords;
import io.github.sandboxcache.usage.HitCount;
import io.github.sandboxcache.usage.UsageFact;
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
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/** Shows the chosen image. */
public final class DetailsController {
  private static final double LABEL_NAME_WIDTH = 112;

  private final ImagesModel images;
  private final CacheModel cache;
  private final LayoutModel layout;
  private final Ticker ticker;
  private final UiTexts texts;
  private final ImageUsageModel usage;

  @FXML private Parent pane;
  @FXML private Node content;
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
  @FXML private ListView<UsageFact> facts;
  @FXML private ListView<Line> usedBy;
  @FXML private ListView<Line> labels;
  @FXML private ListView<Line> references;

  private Optional<Details> shown = Optional.empty();
  private Tooltip createdTip;
  private Tooltip lastUsedTip;
  private Tooltip nameTip;

  /** Follows what is chosen in the table. */
  public DetailsController(
      ImagesModel images,
      CacheModel cache,
      ImageUsageModel usage,
      LayoutModel layout,
      Ticker ticker,
      UiTexts texts) {
    this.usage = usage;
    this.images = images;
    this.cache = cache;
    this.layout = layout;
    this.ticker = ticker;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    createdTip = Tooltips.install(created, "");
    nameTip = Tooltips.install(tag, "");
    list(packages, "small", 0, "details.packages.none");
    facts.setCellFactory(_ -> new FactCell(ticker, texts));
    Label noFacts = new Label(texts.text("details.usage.loading"));
    noFacts.getStyleClass().addAll("small", "text3");
    facts.setPlaceholder(noFacts);
    usage.historyProperty().subscribe(history -> showHistory(history, noFacts));
    usageTab.selectedProperty().addListener((_, _, _) -> loadUsage());
    cache.viewProperty().addListener((_, _, _) -> loadUsage());
    lastUsedTip = Tooltips.install(lastUsed, "");
    list(usedBy, "mono", 0, "details.used-by.none");
    list(labels, "mono", LABEL_NAME_WIDTH, "details.labels.none");
    list(references, "mono", 0, "details.tags.none");
    Tooltips.install(copy, texts.text("details.copy"));
    Tooltips.install(wide, texts.text("details.wide"));
    Tooltips.install(close, texts.text("details.close"));
    wide.selectedProperty().bindBidirectional(layout.detailsWideProperty());
    images.selectedProperty().subscribe(this::show);
    ticker.nowProperty().addListener((_, _, _) -> shown.ifPresent(this::showAge));
    repository.visibleProperty().bind(layout.detailsWideProperty());
    repository.managedProperty().bind(layout.detailsWideProperty());
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
    return pane.isFocusWithin();
  }

  @FXML
  private void onCopy() {
    images.selectedProperty().get().ifPresent(CopyName::copy);
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
    content.setVisible(next.isPresent());
    nothing.setVisible(next.isEmpty());
    dot.setVisible(next.isPresent());
    copy.setDisable(next.isEmpty());
    next.ifPresentOrElse(this::show, () -> tag.setText(""));
  }

  private void show(Details details) {
    pane.getStyleClass().removeIf(name -> name.startsWith("lang-"));
    pane.getStyleClass().add(details.languageClass());
    repository.setText(details.repository());
    tag.setText(details.tag());
    nameTip.setText(details.repository() + details.tag());
    marks.getChildren().setAll(details.marks().stream().map(DetailsController::label).toList());
    marks.setVisible(!details.marks().isEmpty());
    marks.setManaged(!details.marks().isEmpty());
    showSize(details.image());
    showAge(details);
    createdTip.setText(FullDate.of(details.image().createdAt()));
    fill(packagesTab, packages, details.packages(), "details.tab.packages");
    fill(usedByTab, usedBy, details.containers(), "details.tab.used-by");
    fill(labelsTab, labels, details.labels(), "details.tab.labels");
    fill(tagsTab, references, details.references(), "details.tab.tags");
  }

  private void showUse(TableRow row) {
    boolean cached = row instanceof TableRow.ImageRow;
    hitsBox.setVisible(cached);
    hitsBox.setManaged(cached);
    usedBox.setVisible(cached);
    usedBox.setManaged(cached);
    usageTab.setDisable(!cached);
    if (row instanceof TableRow.ImageRow image) {
      hits.setText(texts.text("number", image.hits()));
      lastUsed.setText(
          image
              .lastUsed()
              .map(time -> RelativeTime.ago(time, ticker.now()))
              .orElse(texts.text("none")));
      lastUsedTip.setText(
          image.lastUsed().map(FullDate::of).orElse(texts.text("images.never-used.tip")));
    }
  }

  /** Only what is looked at is read. */
  private void loadUsage() {
    if (usageTab.isSelected()
        && images.selectedProperty().get().orElse(null) instanceof TableRow.ImageRow image) {
      usage.load(image.image().reference(), cache.view().usage().range());
    }
  }

  private void showHistory(Optional<ImageHistory> history, Label noFacts) {
    hitBars.setVisible(history.isPresent());
    facts.getItems().setAll(history.map(ImageHistory::facts).orElse(List.of()));
    noFacts.setText(
        texts.text(
            history.isEmpty()
                ? "details.usage.loading"
                : history.get().readable() ? "details.usage.none" : "details.usage.not-readable"));
    history.ifPresent(
        known -> {
          long sum = known.timeline().total().stream().mapToLong(HitCount::hits).sum();
          String range = texts.text("usage.range." + RangeWords.key(cache.view().usage().range()));
          hitBars.show(known.timeline(), texts.text("details.usage.bars", range, sum));
        });
  }

  private void showSize(EngineImage image) {
    boolean known = image.ownBytes().isPresent();
    long ownBytes = image.ownBytes().orElse(0);
    double share = image.sizeBytes() == 0 ? 0 : (double) ownBytes / image.sizeBytes();
    bar.setSegments(
        known
            ? List.of(Segment.plain(1 - share, "shared"), Segment.plain(share, "own"))
            : List.of(Segment.plain(1, "own")));
    for (Node row : List.of(sharedRow, ownRow)) {
      row.setVisible(known);
      row.setManaged(known);
    }
    shared.setText(DecimalSize.of(image.sizeBytes() - ownBytes).toString());
    own.setText(DecimalSize.of(ownBytes).toString());
    total.setText(DecimalSize.of(image.sizeBytes()).toString());
  }

  private void showAge(Details details) {
    images.selectedProperty().get().ifPresent(this::showUse);
    created.setText(RelativeTime.ago(details.image().createdAt(), ticker.now()));
  }

  private void fill(Tab tab, ListView<Line> list, List<Line> lines, String key) {
    tab.setText(texts.text(key, lines.size()));
    list.getItems().setAll(lines);
  }

  private void list(ListView<Line> list, String styleClass, double nameWidth, String emptyKey) {
    list.setCellFactory(_ -> new LineCell(styleClass, nameWidth));
    Label empty = new Label(texts.text(emptyKey));
    empty.getStyleClass().addAll("small", "text3");
    empty.setWrapText(true);
    list.setPlaceholder(empty);
  }

  private static Label label(Mark mark) {
    Label label = new Label(mark.text());
    if (!mark.icon().isEmpty()) {
      label.setGraphic(new Icon(mark.icon(), Icon.TAG_SIZE).styled(mark.styleClass()));
    }
    label.getStyleClass().addAll("tag", mark.styleClass());
    return label;
  }
}
