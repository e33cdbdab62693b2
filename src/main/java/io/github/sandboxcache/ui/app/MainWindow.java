package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.app.WindowState.Frame;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.FxmlViews.LoadedView;
import io.github.sandboxcache.ui.base.KeyboardFocus;
import io.github.sandboxcache.ui.base.LayoutModel;
import io.github.sandboxcache.ui.base.Lazy;
import io.github.sandboxcache.ui.base.MainCommands;
import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.Pages;
import io.github.sandboxcache.ui.base.SettingsModel;
import io.github.sandboxcache.ui.base.Shell;
import io.github.sandboxcache.ui.base.SidePanel;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.Theme;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.cache.ChosenImageModel;
import io.github.sandboxcache.ui.cache.CompareController;
import io.github.sandboxcache.ui.cache.CompareModel;
import io.github.sandboxcache.ui.cache.ContentsController;
import io.github.sandboxcache.ui.cache.ContentsModel;
import io.github.sandboxcache.ui.cache.DetailTabsController;
import io.github.sandboxcache.ui.cache.DetailsController;
import io.github.sandboxcache.ui.cache.DetailsModel;
import io.github.sandboxcache.ui.cache.FiguresController;
import io.github.sandboxcache.ui.cache.HeaderController;
import io.github.sandboxcache.ui.cache.HeaderModel;
import io.github.sandboxcache.ui.cache.ImageButtonsController;
import io.github.sandboxcache.ui.cache.ImageUsageModel;
import io.github.sandboxcache.ui.cache.ImageUseController;
import io.github.sandboxcache.ui.cache.ImagesController;
import io.github.sandboxcache.ui.cache.ImagesModel;
import io.github.sandboxcache.ui.cache.InfoController;
import io.github.sandboxcache.ui.cache.LayersController;
import io.github.sandboxcache.ui.cache.SeveralBarController;
import io.github.sandboxcache.ui.cache.SeveralController;
import io.github.sandboxcache.ui.cache.SeveralModel;
import io.github.sandboxcache.ui.cache.WideDetailsController;
import io.github.sandboxcache.ui.orphans.OrphanBannerController;
import io.github.sandboxcache.ui.orphans.OrphansController;
import io.github.sandboxcache.ui.orphans.OrphansModel;
import io.github.sandboxcache.ui.tasks.CloseGuard;
import io.github.sandboxcache.ui.tasks.StatusController;
import io.github.sandboxcache.ui.usage.UsageController;
import io.github.sandboxcache.ui.usage.UsageExport;
import java.io.File;
import java.net.URL;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;

/** Wires the main window. FX thread only. */
public final class MainWindow {
  /** The style sheets of the areas, each beside its controller. */
  private static final List<URL> SHEETS =
      List.of(
          sheet(MainWindowController.class, "main.css"),
          sheet(HeaderController.class, "header.css"),
          sheet(FiguresController.class, "figures.css"),
          sheet(OrphanBannerController.class, "orphanbanner.css"),
          sheet(ImagesController.class, "images.css"),
          sheet(DetailsController.class, "details.css"),
          sheet(UsageController.class, "usage.css"),
          sheet(StatusController.class, "status.css"));

  private final EngineModel engine;
  private final CacheModel cache;
  private final TasksModel tasks;
  private final Ticker ticker;
  private final Overlays overlays = new Overlays();
  private final MainCommands commands;
  private final ImagesModel images;
  private final ContentsModel contents;
  private final LayoutModel layout = new LayoutModel();
  private final Lazy<LoadedView<MainWindowController>> view;
  private final Lazy<Scene> scene;
  private final UiTexts texts = UiTexts.load("ui");

  /** A window on those services; it looks for no engine yet. */
  public MainWindow(AppServices services, UiThreads threads, WindowState state) {
    this(services, threads, state, Optional.empty());
  }

  /** The same with other commands behind its buttons and keys. */
  MainWindow(
      AppServices services,
      UiThreads threads,
      WindowState state,
      Optional<MainCommands> otherCommands) {
    SettingsModel settings = new SettingsModel(services.settings(), threads);
    engine = new EngineModel(services.engines(), threads, services.clock());
    ticker = new Ticker(services.clock());
    cache = new CacheModel(engine, settings.settingsProperty(), threads, ticker);
    tasks = new TasksModel(services.clock(), threads, cache::recount);
    images = new ImagesModel(cache, threads, texts.text("images.base-group"));
    Shell shell = new Shell(overlays, new SidePanel(), new Pages(), images::reveal);
    commands =
        otherCommands.orElseGet(
            () ->
                new WindowCommands(
                    services, threads, engine, cache, settings, tasks, ticker, shell));
    HeaderModel header = new HeaderModel(engine.statusProperty(), cache, tasks, ticker, texts);
    ChosenImageModel chosen =
        new ChosenImageModel(
            images, cache, engine.statusProperty(), tasks.removing(), commands, texts);
    UsageExport export = new UsageExport(this::askWhereTo, threads, texts);
    ImageUsageModel imageUsage = new ImageUsageModel(engine, threads, services.clock());
    OrphansModel orphans =
        new OrphansModel(
            engine,
            cache,
            threads,
            services.clock(),
            commands::removeOrphans,
            commands::nameOrphans);
    if (otherCommands.isEmpty()) {
      new PageSwitch(
              engine,
              cache,
              settings,
              shell.pages(),
              commands,
              orphans,
              Bindings.isNotEmpty(tasks.removing()),
              services.clock())
          .start();
    }
    DetailsModel details = new DetailsModel(images, cache, threads, texts);
    contents = new ContentsModel(details, engine, services.tasks(), tasks, threads, texts);
    CompareModel compare = new CompareModel(details, contents, cache, layout, threads, texts);
    SeveralModel several =
        new SeveralModel(
            images,
            cache,
            engine.statusProperty(),
            tasks.removing(),
            commands,
            compare,
            threads,
            texts);
    FxmlViews views = new FxmlViews(texts);
    views
        .with(
            MainWindowController.class,
            () -> new MainWindowController(engine, layout, shell, overlays, views, texts))
        .with(
            HeaderController.class,
            () -> new HeaderController(header, engine, images, commands, texts))
        .with(
            OrphanBannerController.class,
            () ->
                new OrphanBannerController(
                    orphans,
                    new OrphanBannerController.Actions(
                        anchor -> showOrphans(orphans, anchor, services.clock()),
                        commands::install),
                    Bindings.createBooleanBinding(
                        () -> shell.pages().pageProperty().get().isPresent(),
                        shell.pages().pageProperty()),
                    Bindings.isNotEmpty(tasks.removing()),
                    texts))
        .with(FiguresController.class, () -> new FiguresController(cache, texts))
        .with(
            ImagesController.class,
            () ->
                new ImagesController(
                    images, chosen, several, layout, tasks.removing(), texts, ticker))
        .with(SeveralBarController.class, () -> new SeveralBarController(several, texts))
        .with(SeveralController.class, () -> new SeveralController(several, layout, texts))
        .with(
            DetailsController.class,
            () ->
                new DetailsController(
                    details, compare, several, images, cache, layout, ticker, texts))
        .with(WideDetailsController.class, () -> new WideDetailsController(cache, ticker, texts))
        .with(
            DetailTabsController.class,
            () -> new DetailTabsController(details, contents, cache, imageUsage, layout, texts))
        .with(ContentsController.class, () -> new ContentsController(contents, layout, texts))
        .with(CompareController.class, () -> new CompareController(compare, texts))
        .with(LayersController.class, () -> new LayersController(details, layout, ticker, texts))
        .with(
            ImageUseController.class,
            () -> new ImageUseController(details, imageUsage, export, ticker, texts))
        .with(InfoController.class, () -> new InfoController(details, texts))
        .with(
            ImageButtonsController.class, () -> new ImageButtonsController(chosen, compare, texts))
        .with(
            UsageController.class,
            () ->
                new UsageController(
                    cache,
                    tasks,
                    shell.showImage(),
                    commands::installMissed,
                    layout,
                    export,
                    threads,
                    texts))
        .with(
            StatusController.class,
            () -> new StatusController(engine, cache, tasks, ticker, commands, texts));
    view =
        new Lazy<>(
            () -> {
              var loaded = views.load(MainWindowController.class);
              loaded.controller().restore(state);
              return loaded;
            });
    scene =
        new Lazy<>(
            () -> {
              Scene styled =
                  new Theme(settings.themeProperty())
                      .scene(
                          view.get().root(), state.frame().width(), state.frame().height(), SHEETS);
              KeyboardFocus.showIn(styled);
              MainKeys.install(styled, view.get().controller(), commands, layout, overlays);
              return styled;
            });
  }

  /** Builds what is seen first, if it is not built yet; it follows the models from then on. */
  public void build() {
    var _ = view.get();
  }

  /** The window's scene, styled and wired; built when it is asked for first. */
  public Scene scene() {
    return scene.get();
  }

  /** Its engine. */
  public EngineModel engine() {
    return engine;
  }

  /** What it shows. */
  public CacheModel cache() {
    return cache;
  }

  /**
   * Starts what it does without being asked.
   *
   * @return what ends it
   */
  Runnable runByItself() {
    return commands.runByItself();
  }

  TasksModel tasks() {
    return tasks;
  }

  Ticker ticker() {
    return ticker;
  }

  Overlays overlays() {
    return overlays;
  }

  MainCommands commands() {
    return commands;
  }

  /** The table's model. */
  public ImagesModel images() {
    return images;
  }

  ContentsModel contents() {
    return contents;
  }

  LayoutModel layout() {
    return layout;
  }

  /** Builds details and usage, which come after the first paint; later calls do nothing. */
  public void complete() {
    view.get().controller().complete();
  }

  /** What stands in the title bar now. */
  public String title() {
    return texts.text(engine.isSample() ? "app.title.sample" : "app.title");
  }

  /** Asks before that stage is closed while tasks are under way. */
  public void askBeforeClosing(Stage stage) {
    CloseGuard guard =
        new CloseGuard(tasks.running(), overlays, UiTexts.load("dialogs"), stage::close);
    stage.setOnCloseRequest(
        request -> {
          if (!guard.mayClose()) {
            request.consume();
          }
        });
  }

  /** How the user leaves the window. */
  public WindowState state(Frame frame) {
    return view.get().controller().state(frame);
  }

  private static URL sheet(Class<?> area, String file) {
    return Objects.requireNonNull(area.getResource(file), file);
  }

  private void showOrphans(OrphansModel orphans, Node anchor, Clock clock) {
    UiTexts words = UiTexts.load("dialogs");
    OrphansController card =
        new OrphansController(
            orphans,
            Bindings.isNotEmpty(tasks.removing()),
            Optional.of(overlays::closeDialog),
            words,
            clock);
    overlays.showPopover(anchor, FxmlViews.view(card, words), card::closed);
  }

  /** Asks by the system's own dialog; empty when the user thinks better of it. */
  private Optional<Path> askWhereTo(String title, String fileName) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(fileName);
    String ending = fileName.substring(fileName.lastIndexOf('.'));
    chooser.getExtensionFilters().add(new ExtensionFilter(ending.substring(1), "*" + ending));
    return Optional.ofNullable(chooser.showSaveDialog(overlays.getScene().getWindow()))
        .map(File::toPath);
  }
}
