package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.app.WindowState.Frame;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.ClipboardCopy;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.FilterModel;
import io.github.sandboxcache.ui.base.FxmlViews.LoadedView;
import io.github.sandboxcache.ui.base.KeyboardFocus;
import io.github.sandboxcache.ui.base.LayoutModel;
import io.github.sandboxcache.ui.base.Lazy;
import io.github.sandboxcache.ui.base.MainCommands;
import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.Pages;
import io.github.sandboxcache.ui.base.Shell;
import io.github.sandboxcache.ui.base.SidePanel;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.Theme;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.cache.ContentsModel;
import io.github.sandboxcache.ui.cache.DetailsController;
import io.github.sandboxcache.ui.cache.FiguresController;
import io.github.sandboxcache.ui.cache.HeaderController;
import io.github.sandboxcache.ui.cache.ImagesController;
import io.github.sandboxcache.ui.cache.ImagesModel;
import io.github.sandboxcache.ui.connect.ConnectController;
import io.github.sandboxcache.ui.connect.ConnectModel;
import io.github.sandboxcache.ui.connect.LogDrop;
import io.github.sandboxcache.ui.orphans.OrphanBannerController;
import io.github.sandboxcache.ui.tasks.CloseGuard;
import io.github.sandboxcache.ui.tasks.StatusController;
import io.github.sandboxcache.ui.usage.UsageController;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
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
          sheet(ConnectController.class, "connect.css"),
          sheet(StatusController.class, "status.css"));

  private final WindowModels models;
  private final AreaModels areas;
  private final Overlays overlays = new Overlays();
  private final MainCommands commands;
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
    models = WindowModels.on(services, threads);
    ImagesModel images =
        new ImagesModel(
            models.cache(),
            models.engine(),
            models.filter(),
            models.installing().imagesProperty(),
            threads,
            texts.text("images.base-group"));
    Shell shell =
        new Shell(
            overlays,
            new SidePanel(),
            new Pages(),
            new ClipboardCopy(overlays, texts)::copy,
            images::reveal);
    commands = otherCommands.orElseGet(() -> new WindowCommands(services, threads, models, shell));
    areas = AreaModels.around(images, services, threads, models, commands, shell.copy(), texts);
    if (otherCommands.isEmpty()) {
      new PageSwitch(
              models.engine(),
              models.cache(),
              models.installing().imagesProperty(),
              models.settings(),
              shell,
              commands,
              areas.orphans(),
              Bindings.isNotEmpty(models.tasks().removing()),
              services.clock())
          .start();
    }
    WindowViews views = new WindowViews(models, areas, commands, shell, threads, services, texts);
    view =
        new Lazy<>(
            () -> {
              var loaded = views.load();
              loaded.controller().restore(state);
              return loaded;
            });
    scene =
        new Lazy<>(
            () -> {
              Scene styled =
                  new Theme(models.settings().themeProperty())
                      .scene(
                          view.get().root(), state.frame().width(), state.frame().height(), SHEETS);
              KeyboardFocus.showIn(styled);
              LogDrop.install((Pane) view.get().root(), overlays, commands::addLogs, texts);
              MainKeys.install(
                  styled,
                  view.get().controller(),
                  commands,
                  areas,
                  new WindowPalette(
                      services, models, areas, view.get().controller(), commands, shell, threads),
                  overlays);
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
    return models.engine();
  }

  /** What it shows. */
  public CacheModel cache() {
    return models.cache();
  }

  /**
   * Starts what it does without being asked.
   *
   * @return ends it when it is run
   */
  Runnable runByItself() {
    return commands.runByItself();
  }

  TasksModel tasks() {
    return models.tasks();
  }

  Ticker ticker() {
    return models.ticker();
  }

  Overlays overlays() {
    return overlays;
  }

  MainCommands commands() {
    return commands;
  }

  /** The table's model. */
  public ImagesModel images() {
    return areas.images();
  }

  /** What the window is narrowed to. */
  FilterModel filter() {
    return models.filter();
  }

  /** The way to a log of the sandbox server. */
  ConnectModel connect() {
    return models.connect();
  }

  ContentsModel contents() {
    return areas.contents();
  }

  LayoutModel layout() {
    return areas.layout();
  }

  /** Builds details and usage, which come after the first paint; later calls do nothing. */
  public void complete() {
    view.get().controller().complete();
  }

  /** What stands in the title bar now. */
  public String title() {
    return texts.text(models.engine().isSample() ? "app.title.sample" : "app.title");
  }

  /** Asks before that stage is closed while tasks are under way. */
  public void askBeforeClosing(Stage stage) {
    CloseGuard guard =
        new CloseGuard(models.tasks().running(), overlays, UiTexts.load("dialogs"), stage::close);
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
}
