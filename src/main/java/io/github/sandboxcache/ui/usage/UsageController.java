package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.ChoiceSegments;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.LatestOnly;
import io.github.sandboxcache.ui.base.LayoutModel;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.connect.ConnectController;
import io.github.sandboxcache.ui.connect.ConnectModel;
import io.github.sandboxcache.ui.usage.UsageExport.ChartPart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/** Shows the charts of the cache; folds to its title row. */
public final class UsageController {
  /** The height of the strip while it shows no charts, in pixels. */
  public static final double FOLDED_HEIGHT = 40;

  private static final double MIN_WIDTH_FOR_CHARTS = 860;
  private static final double MIN_WIDTH_FOR_SUMMARY = 420;
  private static final double MIN_WIDTH_FOR_TITLE = 320;

  /** Of the images as many are saved as of the packages, also where fewer have room. */
  private static final int MAX_SAVED = UsageReport.TOP_PACKAGES;

  private final CacheModel cache;
  private final TasksModel tasks;
  private final Consumer<CacheReference> showImage;
  private final ConnectModel connect;
  private final LayoutModel layout;
  private final UsageExport export;
  private final UiThreads threads;
  private final LatestOnly latest;
  private final UiTexts texts;
  private final ObjectProperty<Top> shownTop = new SimpleObjectProperty<>(Top.PACKAGES);
  private final MissedPanel missed;
  private Set<CacheReference> installing = Set.of();

  @FXML private Parent strip;
  @FXML private Label title;
  @FXML private SegmentedButton rangeSwitch;
  @FXML private Region panels;
  @FXML private Region connectPanel;
  @FXML private ConnectController connectPanelController;
  @FXML private Region ratesPanel;
  @FXML private Node rates;
  @FXML private Node noRates;
  @FXML private Label ratesNote;
  @FXML private Node countsKey;
  @FXML private RateChart chart;
  @FXML private RateLegend legend;
  @FXML private BarPanel sizes;
  @FXML private BarPanel top;
  @FXML private Label outcome;
  @FXML private Label summary;
  @FXML private Button fold;
  @FXML private Icon foldIcon;

  private final ExportMenu exportMenu;
  private boolean wideEnough = true;
  private String rangeNote = "";
  private RateLines rateLines = RateLines.NONE;
  private int moreRows;

  private enum Top {
    PACKAGES,
    IMAGES,
    MISSED
  }

  /**
   * Follows that cache; an image that is chosen in a chart is shown in the table.
   *
   * @param install told which missed sets are to be installed
   * @param connect stands in the charts' place while no lookup is known
   */
  public UsageController(
      CacheModel cache,
      TasksModel tasks,
      Consumer<CacheReference> showImage,
      Consumer<List<MissedSet>> install,
      ConnectModel connect,
      LayoutModel layout,
      UsageExport export,
      UiThreads threads,
      UiTexts texts) {
    this.cache = cache;
    this.tasks = tasks;
    this.showImage = showImage;
    this.missed = new MissedPanel(install, texts);
    this.connect = connect;
    this.layout = layout;
    this.export = export;
    this.exportMenu = new ExportMenu(export);
    this.threads = threads;
    this.latest = new LatestOnly(threads.background());
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    makeRangeSwitch();
    makeTopSwitch();
    outcome.textProperty().bind(export.outcomeProperty());
    legend.setOnHighlight(chart::highlight);
    chart.setOnChoose(this::readAt);
    top.setOnChoose(this::reveal);
    cache.viewProperty().subscribe(_ -> show());
    connect.neededProperty().subscribe(this::placePanels);
    connect.setPlace(this::showConnect);
    tasks.running().addListener((ListChangeListener<TaskItem>) _ -> showInstalling());
    layout
        .usageFoldedProperty()
        .subscribe(
            folded -> {
              placePanels();
              foldIcon.setName(folded ? "up" : "down");
              fold.setAccessibleText(texts.text(folded ? "usage.unfold" : "usage.fold"));
            });
    panels.heightProperty().subscribe(height -> makeRoom(height.doubleValue()));
    strip.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    exportMenu.install(ratesPanel, this::ratesPart);
    exportMenu.install(sizes, this::sizesPart);
    exportMenu.install(top, this::topPart);
    exportMenu.install(strip, this::whole);
  }

  private void makeRangeSwitch() {
    Map<ToggleButton, UsageRange> choices = new LinkedHashMap<>();
    for (UsageRange range : UsageRange.values()) {
      String key = UsageText.key(range);
      ToggleButton button = new ToggleButton(texts.text("usage.range.short." + key));
      button.setAccessibleText(texts.text("usage.range." + key));
      button.setMinWidth(Region.USE_PREF_SIZE);
      choices.put(button, range);
    }
    rangeSwitch.getButtons().setAll(choices.keySet());
    ChoiceSegments.bind(rangeSwitch, choices, cache.rangeProperty());
  }

  private void makeTopSwitch() {
    Map<ToggleButton, Top> choices = new LinkedHashMap<>();
    choices.put(new ToggleButton(texts.text("usage.top.packages")), Top.PACKAGES);
    choices.put(new ToggleButton(texts.text("usage.top.images")), Top.IMAGES);
    choices.put(new ToggleButton(texts.text("usage.top.missed")), Top.MISSED);
    SegmentedButton topSwitch = new SegmentedButton(choices.keySet().toArray(ToggleButton[]::new));
    topSwitch.setMaxHeight(Region.USE_PREF_SIZE);
    topSwitch.setMinWidth(Region.USE_PREF_SIZE);
    topSwitch.getStyleClass().addAll("segments", "small-segments");
    ChoiceSegments.bind(topSwitch, choices, shownTop);
    shownTop.addListener((_, _, _) -> show());
    top.addToHead(topSwitch);
  }

  /** Says how wide the strip is, in pixels; a narrow one has no room for charts. */
  public void setAvailableWidth(double width) {
    boolean room = width >= MIN_WIDTH_FOR_SUMMARY;
    Nodes.show(summary, room);
    Nodes.show(outcome, room);
    Nodes.show(title, width >= MIN_WIDTH_FOR_TITLE);
    if (wideEnough != width >= MIN_WIDTH_FOR_CHARTS) {
      wideEnough = !wideEnough;
      placePanels();
    }
  }

  /**
   * How high it is at first, in pixels, also before there is one.
   *
   * @param width in pixels; charts that have no room are folded away
   */
  public static double height(boolean folded, double width) {
    return folded || width < MIN_WIDTH_FOR_CHARTS ? FOLDED_HEIGHT : LayoutModel.USAGE_HEIGHT;
  }

  /** Puts the keyboard into the strip. */
  public void focus() {
    ChoiceSegments.focus(rangeSwitch);
  }

  /** Offers to save what is shown; a picture only while the charts can be seen. */
  public void showExport() {
    exportMenu.show(rangeSwitch, whole());
  }

  private ChartPart whole() {
    return part("usage", panels, () -> UsageTable.csv(usage().timeline()));
  }

  private ChartPart ratesPart() {
    return part("hit-rate", ratesPanel, () -> UsageTable.csv(usage().timeline()));
  }

  private ChartPart sizesPart() {
    return new ChartPart(
        "size", () -> UsageTable.sizes(cache.view().languageSizes()), Optional.of(sizes));
  }

  private ChartPart topPart() {
    return switch (shownTop.get()) {
      case PACKAGES ->
          part("top-packages", top, () -> UsageTable.packages(usage().report().topPackages()));
      case IMAGES ->
          part("top-images", top, () -> UsageTable.images(usage().report().topImages(MAX_SAVED)));
      case MISSED ->
          new ChartPart("missed", () -> UsageTable.missed(usage().missed()), Optional.of(top));
    };
  }

  private ChartPart part(String name, Region picture, Supplier<String> csv) {
    String range = UsageText.key(usage().range());
    return new ChartPart(
        name + "-" + range, csv, Optional.of(picture).filter(_ -> panels.isVisible()));
  }

  private UsageView usage() {
    return cache.view().usage();
  }

  @FXML
  private void onFold() {
    layout.toggleUsage();
  }

  private void onKey(KeyEvent event) {
    if (!event.isShortcutDown()) {
      rangeOf(event.getCode())
          .ifPresent(
              range -> {
                cache.rangeProperty().set(range);
                event.consume();
              });
    }
  }

  private static Optional<UsageRange> rangeOf(KeyCode code) {
    return switch (code) {
      case DIGIT1, NUMPAD1 -> Optional.of(UsageRange.DAY);
      case DIGIT2, NUMPAD2 -> Optional.of(UsageRange.WEEK);
      case DIGIT3, NUMPAD3 -> Optional.of(UsageRange.MONTH);
      case DIGIT4, NUMPAD4 -> Optional.of(UsageRange.ALL);
      default -> Optional.empty();
    };
  }

  private void reveal(String reference) {
    SandboxReference.parse(reference)
        .filter(CacheReference.class::isInstance)
        .ifPresent(image -> showImage.accept((CacheReference) image));
  }

  /** The legend reads the chart at the crosshair, or over the whole range without one. */
  private void readAt(int index) {
    legend.readAt(index);
    ratesNote.setText(index < 0 ? rangeNote : rateLines.times().get(index));
  }

  private void makeRoom(double height) {
    int more = UsageCharts.rowsIn(height - LayoutModel.USAGE_HEIGHT + FOLDED_HEIGHT);
    if (more != moreRows) {
      moreRows = more;
      show();
    }
  }

  private void placePanels() {
    boolean shown = wideEnough && !layout.usageFoldedProperty().get();
    boolean connecting = connect.neededProperty().get();
    Nodes.show(panels, shown && !connecting);
    Nodes.show(connectPanel, shown && connecting);
    fold.setDisable(!wideEnough);
  }

  /** Unfolds what connects and puts the keyboard there; says no while it has no place here. */
  private boolean showConnect() {
    boolean room = connect.neededProperty().get() && wideEnough && strip.getScene() != null;
    if (room) {
      layout.usageFoldedProperty().set(false);
      connectPanelController.focus();
    }
    return room;
  }

  private void show() {
    CacheView view = cache.view();
    int rows = moreRows;
    Set<CacheReference> busy = installing;
    latest.submit(
        () -> {
          UsageCharts charts = UsageCharts.of(view, busy, rows, texts);
          threads.ui().execute(() -> show(charts, view.usage().range()));
        });
  }

  private void show(UsageCharts charts, UsageRange shown) {
    String range = texts.text("usage.range." + UsageText.key(shown));
    boolean data = !charts.rates().lines().isEmpty();
    rates.setVisible(data);
    noRates.setVisible(!data);
    countsKey.setVisible(data);
    rangeNote = data ? texts.text("usage.hit-rate.note", range) : "";
    rateLines = charts.rates();
    legend.show(rateLines.lines());
    ratesNote.setText(rangeNote);
    chart.show(rateLines);
    sizes.show(charts.sizes().isEmpty() ? "" : texts.text("usage.size.note"), charts.sizes());
    showTop(charts, range);
    summary.setText(charts.summary());
  }

  private void showTop(UsageCharts charts, String range) {
    String hits = texts.text("usage.top.note", range);
    switch (shownTop.get()) {
      case PACKAGES -> top.show(charts.packages().isEmpty() ? "" : hits, charts.packages());
      case IMAGES -> top.show(charts.images().isEmpty() ? "" : hits, charts.images());
      case MISSED -> {
        missed.show(charts.missed());
        top.showInstead(texts.text("usage.missed.note"), missed);
      }
    }
  }

  private void showInstalling() {
    Set<CacheReference> now = tasks.installing();
    if (!now.equals(installing)) {
      installing = now;
      show();
    }
  }
}
