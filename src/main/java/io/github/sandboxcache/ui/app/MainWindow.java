package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.FxmlViews.LoadedView;
import io.github.sandboxcache.ui.base.KeyboardFocus;
import io.github.sandboxcache.ui.base.LayoutModel;
import io.github.sandboxcache.ui.base.Lazy;
import io.github.sandboxcache.ui.base.MainCommands;
import io.github.sandboxcache.ui.base.SettingsModel;
import io.github.sandboxcache.ui.base.Shell;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.Theme;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.cache.ChosenImageModel;
import io.github.sandboxcache.ui.cache.DetailsController;
import io.github.sandboxcache.ui.cache.FiguresController;
import io.github.sandboxcache.ui.cache.HeaderController;
import io.github.sandboxcache.ui.cache.HeaderModel;
import io.github.sandboxcache.ui.cache.ImageButtonsController;
import io.github.sandboxcache.ui.cache.ImageUsageModel;
import io.github.sandboxcache.ui.cache.ImagesController;
import io.github.sandboxcache.ui.cache.ImagesModel;
import io.github.sandboxcache.ui.cache.WideDetailsController;
import io.github.sandboxcache.ui.tasks.CloseGuard;
import io.github.sandboxcache.ui.tasks.StatusController;
import io.github.sandboxcache.ui.usage.SystemSaveDialog;
import io.github.sandboxcache.ui.usage.UsageController;
import io.github.sandboxcache.ui.usage.UsageExport;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Wires the main window. FX thread only. */
public final class MainWindow {
  private final WindowContext context;
  private final Lazy<LoadedView<MainWindowController>> view;
  private final Lazy<Scene> scene;
  private final ImagesModel images;
  private final LayoutModel layout;
  private final UiTexts texts = UiTexts.load("ui");

  /**
   * A window on those services; it looks for no engine yet.
   *
   * @param commands makes what buttons and keys call, once everything they need is there
   */
  public MainWindow(
      AppServices services,
      UiThreads threads,
      Function<WindowContext, MainCommands> commands,
      WindowState state) {
    SettingsModel settings = new SettingsModel(services.settings(), threads);
    EngineModel engine = new EngineModel(services.engines(), threads, services.clock());
    Ticker ticker = new Ticker(services.clock());
    CacheModel cache = new CacheModel(engine, settings.settingsProperty(), threads, ticker);
    TasksModel tasks = new TasksModel(services.clock(), threads, cache::recount);
    images = new ImagesModel(cache, threads, texts.text("images.base-group"));
    layout = new LayoutModel();
    OverlayLayer overlays = new OverlayLayer();
    PageHost pages = new PageHost();
    SideSlot side = new SideSlot();
    Shell shell = new Shell(overlays, side, pages, images::reveal);
    context = new WindowContext(services, threads, engine, cache, settings, tasks, ticker, shell);
    MainCommands actions = commands.apply(context);
    HeaderModel header = new HeaderModel(engine.statusProperty(), cache, tasks, ticker, texts);
    ChosenImageModel chosen =
        new ChosenImageModel(
            images, cache, engine.statusProperty(), tasks.removing(), actions, texts);
    UsageExport export =
        new UsageExport(
            new SystemSaveDialog(() -> overlays.getScene().getWindow()), threads, texts);
    ImageUsageModel imageUsage = new ImageUsageModel(engine, threads, services.clock());
    FxmlViews views = new FxmlViews(texts);
    views
        .with(
            MainWindowController.class,
            () -> new MainWindowController(engine, layout, overlays, pages, side, views, texts))
        .with(
            HeaderController.class,
            () -> new HeaderController(header, engine, images, actions, texts))
        .with(FiguresController.class, () -> new FiguresController(cache, texts))
        .with(
            ImagesController.class,
            () -> new ImagesController(images, chosen, layout, tasks.removing(), texts, ticker))
        .with(
            DetailsController.class,
            () -> new DetailsController(images, cache, imageUsage, layout, export, ticker, texts))
        .with(
            WideDetailsController.class,
            () -> new WideDetailsController(imageUsage, cache, export, ticker, texts))
        .with(ImageButtonsController.class, () -> new ImageButtonsController(chosen, texts))
        .with(
            UsageController.class,
            () -> new UsageController(cache, shell.navigator(), layout, export, threads, texts))
        .with(
            StatusController.class,
            () -> new StatusController(engine, cache, tasks, ticker, actions, texts));
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
                          view.get().root(),
                          state.frame().width(),
                          state.frame().height(),
                          AreaSheets.all());
              KeyboardFocus.showIn(styled);
              MainKeys.install(styled, view.get().controller(), actions, layout, overlays);
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

  /** What its parts share. */
  public WindowContext context() {
    return context;
  }

  /** The table's model. */
  public ImagesModel images() {
    return images;
  }

  /** Which of its areas are open. */
  public LayoutModel layout() {
    return layout;
  }

  /** Builds details and usage, which come after the first paint; later calls do nothing. */
  public void complete() {
    view.get().controller().complete();
  }

  /** What stands in the title bar now. */
  public String title() {
    return texts.text(context.engine().isSample() ? "app.title.sample" : "app.title");
  }

  /** Asks before that stage is closed while tasks are under way. */
  public void askBeforeClosing(Stage stage) {
    CloseGuard guard =
        new CloseGuard(
            context.tasks().running(),
            context.shell().overlays(),
            UiTexts.load("dialogs"),
            stage::close);
    stage.setOnCloseRequest(
        request -> {
          if (!guard.mayClose()) {
            request.consume();
          }
        });
  }

  /** How the user leaves the window. */
  public WindowState state(FrameState frame) {
    return view.get().controller().state(frame);
  }
}
