package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.app.WindowState.Frame;
import io.github.sandboxcache.ui.app.WindowState.Splits;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.FilterModel;
import io.github.sandboxcache.ui.base.FocusBefore;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.KeyboardFocus;
import io.github.sandboxcache.ui.base.LayoutModel;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.Pages.Extent;
import io.github.sandboxcache.ui.base.Pages.Page;
import io.github.sandboxcache.ui.base.Shell;
import io.github.sandboxcache.ui.base.SidePanel;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.HeaderController;
import io.github.sandboxcache.ui.cache.ImagesController;
import io.github.sandboxcache.ui.usage.UsageController;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Puts the areas together and keeps their places. */
public final class MainWindowController {
  private static final double MIN_HEIGHT_FOR_USAGE = 760;

  private final EngineModel engine;
  private final FilterModel filter;
  private final AreaModels areas;
  private final LayoutModel layout;
  private final Shell shell;
  private final FxmlViews views;
  private final UiTexts texts;

  @FXML private StackPane layers;
  @FXML private StackPane stage;
  @FXML private Node sampleBand;
  @FXML private Node header;
  @FXML private Region figures;
  @FXML private Node orphanBanner;
  @FXML private Region images;
  @FXML private Pane details;
  @FXML private Pane usage;
  @FXML private Node status;
  @FXML private HeaderController headerController;
  @FXML private ImagesController imagesController;

  private WorkArea work;
  private LazyAreas late;
  private FocusAreas focusAreas;
  private FocusBefore beforeWide = FocusBefore.NOWHERE;

  MainWindowController(
      EngineModel engine,
      FilterModel filter,
      AreaModels areas,
      Shell shell,
      FxmlViews views,
      UiTexts texts) {
    this.texts = texts;
    this.views = views;
    this.engine = engine;
    this.filter = filter;
    this.areas = areas;
    this.layout = areas.layout();
    this.shell = shell;
  }

  @FXML
  private void initialize() {
    late = new LazyAreas(views, layout, details, usage);
    work =
        new WorkArea(
            new WorkArea.Parts(images, details, usage),
            layout,
            texts,
            imagesController::setCoveredWidth,
            late::setUsageWidth);
    layers.getChildren().add(shell.overlays());
    focusAreas =
        new FocusAreas()
            .with(header, headerController::focusSearch)
            .with(figures)
            .with(orphanBanner)
            .with(images, areas.images()::enter)
            .with(details, () -> late.details().focus())
            .with(shell.sidePanel().panelProperty()::get)
            .with(usage, () -> late.usage().focus())
            .with(() -> shell.pages().pageProperty().get().map(Page::content))
            .with(status);
    layout.detailsOpenProperty().subscribe(this::placeDetails);
    layout.detailsWideProperty().subscribe(this::placeDetails);
    layout.detailsWideProperty().addListener((_, _, wide) -> moveFocus(wide));
    placeDetails();
    shell.sidePanel().panelProperty().subscribe(this::fillStage);
    shell.pages().pageProperty().subscribe(this::showPage);
    engine
        .sessionProperty()
        .subscribe(
            _ -> {
              Nodes.show(sampleBand, engine.isSample());
            });
    layers
        .heightProperty()
        .addListener((_, before, now) -> foldUsage(before.doubleValue(), now.doubleValue()));
  }

  @FXML
  private void onLeaveSample() {
    engine.connect(Optional.empty());
  }

  HeaderController header() {
    return headerController;
  }

  UsageController usage() {
    return late.usage();
  }

  /** Builds what is not among the first that is seen. */
  void complete() {
    late.details();
    late.usage();
  }

  /** Takes up how the user left the window. */
  void restore(WindowState state) {
    layout.detailsOpenProperty().set(state.detailsOpen());
    layout.usageFoldedProperty().set(state.usageFolded());
    state.splits().restore(layout);
    if (!state.unfoldedGroups().isEmpty()) {
      imagesController.setUnfoldedGroups(new HashSet<>(state.unfoldedGroups()));
    }
    imagesController.columns().restore(state.table());
  }

  /** How the user leaves the window. */
  WindowState state(Frame frame) {
    return new WindowState(
        frame,
        layout.detailsOpenProperty().get(),
        layout.usageFoldedProperty().get(),
        Splits.of(layout),
        imagesController.unfoldedGroups().map(List::copyOf).orElse(List.of()),
        imagesController.columns().layout());
  }

  /**
   * Moves the keyboard to another area.
   *
   * @param step 1 for the next, -1 for the one before
   */
  void focusArea(int step) {
    focusAreas.move(step);
  }

  /** Closes what is on top, dialogs aside: those close themselves. */
  void closeTop() {
    if (shell.sidePanel().isShowing()) {
      shell.sidePanel().hide();
    } else if (layout.detailsWideProperty().get()) {
      layout.detailsWideProperty().set(false);
    } else if (areas.several().isChosen()) {
      areas.several().end();
    } else if (areas.images().isFiltered()) {
      filter.clearAll();
    }
  }

  /** What is only in the wide form cannot keep the keyboard. */
  private void moveFocus(boolean wide) {
    if (wide) {
      beforeWide = FocusBefore.in(layers.getScene());
    } else if (KeyboardFocus.isIn(details)) {
      beforeWide.giveBack();
    }
  }

  private void placeDetails() {
    work.setDetails(layout.detailsOpenProperty().get(), layout.detailsWideProperty().get());
  }

  private void showPage(Optional<Page> page) {
    boolean withFigures = page.map(Page::extent).filter(e -> e == Extent.WITHOUT_FIGURES).isEmpty();
    Nodes.show(figures, withFigures);
    fillStage();
  }

  /** The side panel is there without images, too, and a page gives way to it. */
  private void fillStage() {
    Optional<Region> panel = shell.sidePanel().panelProperty().get();
    Optional<Page> page = shell.pages().pageProperty().get();
    List<Node> nodes = new ArrayList<>();
    nodes.add(page.<Node>map(Page::content).orElse(work));
    if (page.isPresent()) {
      work.setSide(Optional.empty());
      panel.ifPresent(nodes::add);
    }
    if (!stage.getChildren().equals(nodes)) {
      stage.getChildren().setAll(nodes);
    }
    if (page.isEmpty()) {
      work.setSide(panel);
    }
    panel.ifPresent(region -> StackPane.setAlignment(region, Pos.TOP_RIGHT));
    page.ifPresent(
        shown ->
            StackPane.setMargin(
                shown.content(), new Insets(0, panel.isPresent() ? SidePanel.WIDTH : 0, 0, 0)));
  }

  private void foldUsage(double before, double now) {
    boolean becameLow =
        now < MIN_HEIGHT_FOR_USAGE && (before == 0 || before >= MIN_HEIGHT_FOR_USAGE);
    if (becameLow && now > 0) {
      layout.usageFoldedProperty().set(true);
    }
  }
}
