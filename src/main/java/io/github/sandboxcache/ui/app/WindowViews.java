package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.FxmlViews.LoadedView;
import io.github.sandboxcache.ui.base.LayoutModel;
import io.github.sandboxcache.ui.base.MainCommands;
import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.Shell;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.cache.CompareController;
import io.github.sandboxcache.ui.cache.ContentsController;
import io.github.sandboxcache.ui.cache.DetailTabsController;
import io.github.sandboxcache.ui.cache.DetailsController;
import io.github.sandboxcache.ui.cache.DetailsModel;
import io.github.sandboxcache.ui.cache.FiguresController;
import io.github.sandboxcache.ui.cache.FreeDisk;
import io.github.sandboxcache.ui.cache.GroupController;
import io.github.sandboxcache.ui.cache.HeaderController;
import io.github.sandboxcache.ui.cache.ImageButtonsController;
import io.github.sandboxcache.ui.cache.ImageUseController;
import io.github.sandboxcache.ui.cache.ImagesController;
import io.github.sandboxcache.ui.cache.InfoController;
import io.github.sandboxcache.ui.cache.LayersController;
import io.github.sandboxcache.ui.cache.NoMatchController;
import io.github.sandboxcache.ui.cache.SearchController;
import io.github.sandboxcache.ui.cache.SeveralBarController;
import io.github.sandboxcache.ui.cache.SeveralController;
import io.github.sandboxcache.ui.cache.UnusedBarController;
import io.github.sandboxcache.ui.cache.WideDetailsController;
import io.github.sandboxcache.ui.connect.ConnectController;
import io.github.sandboxcache.ui.connect.LogChooser;
import io.github.sandboxcache.ui.orphans.OrphanBannerController;
import io.github.sandboxcache.ui.orphans.OrphansController;
import io.github.sandboxcache.ui.tasks.StatusController;
import io.github.sandboxcache.ui.usage.UsageController;
import io.github.sandboxcache.ui.usage.UsageExport;
import io.github.sandboxcache.ui.welcome.LostEngineController;
import java.time.Clock;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;

/** Gives the controllers of the window's areas what they show and do. FX thread only. */
final class WindowViews {
  private final WindowModels models;
  private final AreaModels areas;
  private final MainCommands commands;
  private final Shell shell;
  private final UiThreads threads;
  private final Clock clock;
  private final String ownCommand;
  private final UiTexts texts;
  private final UsageExport export;
  private final FxmlViews views;

  /** The areas of that window. */
  WindowViews(
      WindowModels models,
      AreaModels areas,
      MainCommands commands,
      Shell shell,
      UiThreads threads,
      AppServices services,
      UiTexts texts) {
    this.models = models;
    this.areas = areas;
    this.commands = commands;
    this.shell = shell;
    this.threads = threads;
    this.clock = services.clock();
    this.ownCommand = services.facts().command();
    this.texts = texts;
    this.export =
        new UsageExport(new SaveDialog(shell.overlays())::ask, shell.copy(), threads, texts);
    this.views = new FxmlViews(texts);
    addFrame();
    addTable();
    addDetails();
  }

  /** Loads the window's view; some areas are loaded later from the same place. */
  LoadedView<MainWindowController> load() {
    return views.load(MainWindowController.class);
  }

  private void addFrame() {
    views
        .with(
            MainWindowController.class,
            () ->
                new MainWindowController(
                    models.engine(), models.filter(), areas, shell, views, texts))
        .with(
            HeaderController.class,
            () ->
                new HeaderController(
                    areas.header(),
                    models.engine(),
                    models.engines(),
                    models.engineSwitch(),
                    commands,
                    texts))
        .with(
            SearchController.class,
            () ->
                new SearchController(
                    models.filter(),
                    models.cache(),
                    areas.images()::enter,
                    commands::undo,
                    commands::askRegistry,
                    texts))
        .with(
            LostEngineController.class,
            () -> new LostEngineController(models.engine(), models.cache(), clock, texts))
        .with(
            FiguresController.class,
            () ->
                new FiguresController(
                    models.cache(),
                    new FreeDisk(
                        models.engine(), models.cache(), models.tasks(), models.ticker(), threads),
                    commands::connectSandbox,
                    threads,
                    texts))
        .with(
            ConnectController.class,
            () ->
                new ConnectController(
                    models.connect(),
                    new LogChooser(shell.overlays(), texts),
                    commands::addLogs,
                    ownCommand,
                    shell.copy(),
                    texts))
        .with(
            UsageController.class,
            () ->
                new UsageController(
                    models.cache(),
                    models.tasks(),
                    models.filter(),
                    commands::installMissed,
                    models.connect(),
                    areas.layout(),
                    export,
                    threads,
                    texts))
        .with(
            StatusController.class,
            () ->
                new StatusController(
                    models.engine(),
                    models.cache(),
                    models.tasks(),
                    models.ticker(),
                    commands,
                    texts));
  }

  private void addTable() {
    views
        .with(
            OrphanBannerController.class,
            () ->
                new OrphanBannerController(
                    areas.orphans(),
                    new OrphanBannerController.Actions(
                        this::showOrphans, commands::install, commands::installMissed),
                    Bindings.createBooleanBinding(
                        () -> shell.pages().pageProperty().get().isPresent(),
                        shell.pages().pageProperty()),
                    Bindings.isNotEmpty(models.tasks().removing()),
                    texts))
        .with(
            ImagesController.class,
            () ->
                new ImagesController(
                    areas.images(),
                    areas.chosen(),
                    areas.several(),
                    areas.layout(),
                    models.tasks().removing(),
                    texts,
                    models.ticker()))
        .with(
            UnusedBarController.class,
            () -> new UnusedBarController(areas.images(), models.filter(), texts))
        .with(
            NoMatchController.class,
            () ->
                new NoMatchController(
                    areas.images(),
                    models.filter(),
                    models.cache(),
                    models.engine().statusProperty(),
                    commands,
                    texts))
        .with(SeveralBarController.class, () -> new SeveralBarController(areas.several(), texts));
  }

  private void addDetails() {
    CacheModel cache = models.cache();
    Ticker ticker = models.ticker();
    LayoutModel layout = areas.layout();
    DetailsModel details = areas.details();
    views
        .with(
            DetailsController.class,
            () ->
                new DetailsController(
                    details,
                    areas.group(),
                    areas.compare(),
                    areas.several(),
                    areas.images(),
                    cache,
                    layout,
                    shell.copy(),
                    ticker,
                    texts))
        .with(
            GroupController.class, () -> new GroupController(areas.group(), models.filter(), texts))
        .with(WideDetailsController.class, () -> new WideDetailsController(cache, ticker, texts))
        .with(SeveralController.class, () -> new SeveralController(areas.several(), layout, texts))
        .with(
            DetailTabsController.class,
            () ->
                new DetailTabsController(
                    details, areas.contents(), cache, areas.imageUsage(), layout, texts))
        .with(
            ContentsController.class, () -> new ContentsController(areas.contents(), layout, texts))
        .with(CompareController.class, () -> new CompareController(areas.compare(), texts))
        .with(LayersController.class, () -> new LayersController(details, layout, ticker, texts))
        .with(
            ImageUseController.class,
            () -> new ImageUseController(details, areas.imageUsage(), export, ticker, texts))
        .with(InfoController.class, () -> new InfoController(details, texts))
        .with(
            ImageButtonsController.class,
            () -> new ImageButtonsController(areas.chosen(), areas.compare(), texts));
  }

  private void showOrphans(Node anchor) {
    UiTexts words = UiTexts.load("dialogs");
    Overlays overlays = shell.overlays();
    OrphansController card =
        new OrphansController(
            areas.orphans(),
            Bindings.isNotEmpty(models.tasks().removing()),
            Optional.of(overlays::closeDialog),
            words,
            clock);
    overlays.showPopover(anchor, FxmlViews.view(card, words), card::closed);
  }
}
