package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.ui.base.CacheFilter;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.ChoiceSegments;
import io.github.sandboxcache.ui.base.FilterModel;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import org.controlsfx.control.SegmentedButton;

/** Shows the charts of the cache; folds to its title row. */
public final class UsageController {
  /** The height of the strip while it shows no charts, in pixels. */
  public static final double FOLDED_HEIGHT = 40;

  private static final double MIN_WIDTH_FOR_CHARTS = 860;
  private static final double MIN_WIDTH_FOR_SUMMARY = 420;
  private static final double MIN_WIDTH_FOR_TITLE = 320;

  private final CacheModel cache;
  private final TasksModel tasks;
  private final FilterModel filter;
  private final ConnectModel connect;
  private final LayoutModel layout;
  private final UsageExport export;
  private final ExportMenu exportMenu;
  private final UiThreads threads;
  private final LatestOnly latest;
  private final UiTexts texts;
  private final RatesPanel rates;
  private final SizesPanel sizes;
  private final TopPanel top;
  private Set<CacheReference> installing = Set.of();

  @FXML private Parent strip;
  @FXML private Label title;
  @FXML private SegmentedButton rangeSwitch;
  @FXML private Pane legendPlace;
  @FXML private Node body;
  @FXML private GridPane panels;
  @FXML private Node connectPanel;
  @FXML private ConnectController connectPanelController;
  @FXML private Label outcome;
  @FXML private Label summary;
  @FXML private Button fold;
  @FXML private Icon foldIcon;

  private boolean wideEnough = true;
  private int moreRows;

  /**
   * Follows that cache; what is chosen in a chart becomes that filter.
   *
   * @param install told which missed sets are to be installed
   * @param connect stands in the charts' place while no lookup is known
   */
  public UsageController(
      CacheModel cache,
      TasksModel tasks,
      FilterModel filter,
      Consumer<List<MissedSet>> install,
      ConnectModel connect,
      LayoutModel layout,
      UsageExport export,
      UiThreads threads,
      UiTexts texts) {
    this.cache = cache;
    this.tasks = tasks;
    this.filter = filter;
    this.connect = connect;
    this.layout = layout;
    this.export = export;
    this.exportMenu = new ExportMenu(export);
    this.threads = threads;
    this.latest = new LatestOnly(threads.background());
    this.texts = texts;
    this.rates = new RatesPanel(texts);
    this.sizes = new SizesPanel(texts);
    this.top = new TopPanel(install, texts);
  }

  @FXML
  private void initialize() {
    RangeSwitch range = new RangeSwitch(cache.rangeProperty());
    range.fill(rangeSwitch, texts);
    range.listenIn(strip);
    legendPlace.getChildren().setAll(new HeatLegend(texts));
    panels.addRow(0, rates, sizes, top);
    ChartScroll.together(rates.scroll(), sizes.scroll());
    outcome.textProperty().bind(export.outcomeProperty());
    new ChartFilters(filter, rates, sizes, top).begin(strip);
    filter.filterProperty().addListener((_, _, _) -> show());
    top.kindProperty().addListener((_, _, _) -> show());
    cache.viewProperty().subscribe(_ -> show());
    connect.neededProperty().subscribe(this::placePanels);
    connect.setPlace(this::showConnect);
    tasks.running().addListener((ListChangeListener<TaskItem>) _ -> showInstalling());
    layout.usageFoldedProperty().subscribe(this::onFolded);
    panels.heightProperty().subscribe(height -> makeRoom(height.doubleValue()));
    installExport();
  }

  private void installExport() {
    exportMenu.install(rates, () -> parts().rates(rates));
    exportMenu.install(sizes, () -> parts().sizes(sizes));
    exportMenu.install(top, () -> parts().top(top, top.kindProperty().get()));
    exportMenu.install(strip, () -> parts().whole());
  }

  private UsageParts parts() {
    return new UsageParts(cache, panels);
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
    exportMenu.show(rangeSwitch, parts().whole());
  }

  @FXML
  private void onFold() {
    layout.toggleUsage();
  }

  private void onFolded(boolean folded) {
    placePanels();
    foldIcon.setName(folded ? "up" : "down");
    fold.setAccessibleText(texts.text(folded ? "usage.unfold" : "usage.fold"));
  }

  private void makeRoom(double height) {
    int more = UsageCharts.rowsIn(height - LayoutModel.USAGE_HEIGHT + FOLDED_HEIGHT);
    if (more != moreRows) {
      moreRows = more;
      show();
    }
  }

  private void placePanels() {
    boolean connecting = connect.neededProperty().get();
    Nodes.show(body, wideEnough && !layout.usageFoldedProperty().get());
    Nodes.show(panels, !connecting);
    Nodes.show(connectPanel, connecting);
    legendPlace.setVisible(!connecting);
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
    Optional<CacheFilter> narrowedTo = filter.filterProperty().get();
    Optional<UsageLedger> ledger = cache.ledger();
    latest.submit(
        () -> {
          Narrowed left = Narrowed.of(view, narrowedTo, ledger);
          UsageCharts charts = UsageCharts.of(view, left, busy, rows, texts);
          threads.ui().execute(() -> show(charts));
        });
  }

  private void show(UsageCharts charts) {
    rates.show(charts.rates());
    sizes.show(charts.sizes());
    top.show(charts);
    summary.setText(charts.summary());
  }

  private void showInstalling() {
    Set<CacheReference> now = tasks.installing();
    if (!now.equals(installing)) {
      installing = now;
      show();
    }
  }
}
