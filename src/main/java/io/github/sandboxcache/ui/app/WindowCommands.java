package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.engine.ShellCommand;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.removal.OrphanPlan;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.task.TerminalWindow;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.service.AutomaticPrune;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.text.HistoryText;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.ReasonText;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.EngineAddresses;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineSession;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.Lazy;
import io.github.sandboxcache.ui.base.MainCommands;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.SettingsModel;
import io.github.sandboxcache.ui.base.Shell;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.install.InstallDialog;
import io.github.sandboxcache.ui.removal.RemovalDialogs;
import io.github.sandboxcache.ui.settings.SettingsController;
import io.github.sandboxcache.ui.tasks.ActivityController;
import io.github.sandboxcache.ui.tasks.AutomaticTasks;
import io.github.sandboxcache.ui.tasks.CacheTasks;
import io.github.sandboxcache.ui.tasks.HistoryModel;
import io.github.sandboxcache.ui.tasks.TaskNotices;
import io.github.sandboxcache.ui.tasks.TaskToasts;
import io.github.sandboxcache.ui.tasks.ToastController;
import io.github.sandboxcache.ui.welcome.ChooseEngineController;
import io.github.sandboxcache.ui.welcome.EngineSwitch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands of one main window. FX thread only. */
final class WindowCommands implements MainCommands {
  private static final Logger LOG = LoggerFactory.getLogger(WindowCommands.class);
  private final AppServices services;
  private final UiThreads threads;
  private final EngineModel engine;
  private final CacheModel cache;
  private final SettingsModel settings;
  private final Ticker ticker;
  private final Shell shell;
  private final Overlays overlays;
  private final UiTexts texts = UiTexts.load("dialogs");
  private final CacheTasks tasks;
  private final PinSwitch pins;
  private final RemovalDialogs removals;
  private final Supplier<Region> activityPanel;
  private final AutomaticTasks automatic;

  /** Takes up its work at once: messages follow the tasks. */
  WindowCommands(
      AppServices services,
      UiThreads threads,
      EngineModel engine,
      CacheModel cache,
      SettingsModel settings,
      TasksModel running,
      Ticker ticker,
      Shell shell) {
    this.services = services;
    this.threads = threads;
    this.engine = engine;
    this.cache = cache;
    this.settings = settings;
    this.ticker = ticker;
    this.shell = shell;
    this.overlays = shell.overlays();
    this.tasks =
        new CacheTasks(
            services.tasks(), running, engine, cache, () -> settings.now().undoCountdown());
    this.pins = new PinSwitch(engine, threads, cache::recount, this::tell);
    this.removals =
        new RemovalDialogs(
            engine,
            cache,
            settings,
            overlays,
            threads,
            texts,
            tasks::remove,
            images -> pins.set(images, true));
    this.activityPanel =
        new Lazy<>(
            () ->
                FxmlViews.view(
                    new ActivityController(
                        running,
                        new ActivityController.Past(
                            new HistoryModel(engine, services.operations(), running, threads),
                            settings
                                .settingsProperty()
                                .map(current -> current.usage().keepFactsDays()),
                            tasks::restore),
                        ticker,
                        texts,
                        tasks::restore,
                        shell.sidePanel()::hide),
                    texts));
    new TaskToasts(running, services.clock(), overlays, texts, tasks::restore, this::showActivity)
        .start();
    new TaskNotices(running, overlays::isWindowInFront, services.notices(), texts).start();
    this.automatic =
        new AutomaticTasks(
            cache,
            running,
            tasks::pruneByItself,
            overlays,
            services.notices(),
            services.clock(),
            texts,
            this::showActivity,
            tasks::restore);
    engine.sessionProperty().subscribe(opened -> opened.ifPresent(this::tellOfInterrupted));
    new FileNotices(cache, settings, services.ledgerSetAside(), this::tell, texts).start();
  }

  @Override
  public void install() {
    install(Optional.empty());
  }

  @Override
  public void installAgain(CacheReference reference) {
    install(
        cache
            .view()
            .state()
            .catalog()
            .find(reference)
            .flatMap(CachedImage::packages)
            .map(packages -> InstallRequest.of(reference.language(), packages)));
  }

  private void install(Optional<InstallRequest> filledIn) {
    if (engine.ready().isPresent()) {
      InstallDialog dialog =
          new InstallDialog(
              settings.now().install(),
              filledIn,
              cache.viewProperty(),
              tasks::install,
              this::showInstalled,
              overlays::closeDialog,
              texts,
              ticker);
      overlays.showDialog(dialog.view(), dialog::closed);
    }
  }

  private void showInstalled(CacheReference reference) {
    overlays.closeDialog();
    shell.showImage().accept(reference);
  }

  @Override
  public void installMissed(List<MissedSet> sets) {
    tasks.prewarm(sets);
  }

  @Override
  public void prune() {
    tasks.remove(cache.view().prune());
  }

  @Override
  public void previewPrune(Node anchor) {
    removals.previewPrune(anchor, services.clock());
  }

  @Override
  public void clear() {
    removals.clear();
  }

  @Override
  public void setPinned(List<CacheReference> references, boolean pinned) {
    pins.set(references, pinned);
  }

  @Override
  public void remove(List<CacheReference> references) {
    CacheView shown = cache.view();
    RemovalPolicy chosen = new RemovalPolicy.Chosen(Set.copyOf(references));
    threads.compute(
        () -> RemovalPlan.of(shown.state().catalog(), chosen, shown.pins(), shown.usage().recent()),
        plan -> {
          if (plan.removals().isEmpty()) {
            plan.kept().stream().limit(1).map(this::whyKept).forEach(this::tell);
          } else {
            tasks.remove(plan);
          }
        });
  }

  private String whyKept(KeptImage kept) {
    return texts.text(
        "clear.stay",
        kept.image()
            .packages()
            .map(PackageLabel::line)
            .orElseGet(() -> texts.text("prune.packages.unknown")),
        ReasonText.full(kept.reason()));
  }

  @Override
  public void removeOrphans(OrphanPlan plan) {
    tasks.removeOrphans(plan);
  }

  @Override
  public void nameOrphans(List<Orphan> orphans) {
    tasks.nameOrphans(orphans);
  }

  @Override
  public void openShell(String reference) {
    shellCommand(reference)
        .ifPresent(
            command ->
                threads.compute(
                    () -> services.terminal().open(command),
                    failure -> failure.ifPresent(why -> tellNoTerminal(why, command))));
  }

  private void tellNoTerminal(TerminalWindow.Failure why, List<String> command) {
    String words = ShellCommand.text(command);
    Nodes.copy(words);
    tell(
        switch (why) {
          case NO_TERMINAL -> texts.text("shell.no-terminal", words);
          case NOT_STARTED -> texts.text("shell.not-started", words);
        });
  }

  @Override
  public void copyRun(String reference) {
    shellCommand(reference).map(ShellCommand::text).ifPresent(Nodes::copy);
  }

  private Optional<List<String>> shellCommand(String reference) {
    return engine.ready().flatMap(session -> ShellCommand.of(session.engine(), reference));
  }

  @Override
  public Runnable runByItself() {
    AtomicReference<Optional<CacheService>> ready = new AtomicReference<>(Optional.empty());
    Subscription following =
        engine
            .statusProperty()
            .subscribe(_ -> ready.set(engine.ready().map(EngineSession::service)));
    AutomaticPrune prune =
        new AutomaticPrune(
            services.settings()::current,
            services.lastRun(),
            services.clock(),
            decision -> threads.ui().execute(() -> automatic.decided(decision)));
    prune.start(ready::get);
    return () -> {
      following.unsubscribe();
      prune.close();
    };
  }

  @Override
  public void undo() {
    tasks.undo();
  }

  @Override
  public void refresh() {
    engine.refresh();
  }

  @Override
  public void chooseEngine() {
    EngineSwitch engines =
        new EngineSwitch(services.engines(), engine, settings, threads, overlays::closeDialog);
    Optional<String> chosen = settings.now().engineUri();
    show(new ChooseEngineController(chosen, engineAddresses(), engines, texts));
  }

  @Override
  public void openSettings() {
    SettingsController dialog =
        new SettingsController(
            settings.now(),
            services.logs(),
            engineAddresses(),
            services.archives(),
            this::save,
            texts,
            services.clock(),
            threads);
    overlays.showDialog(FxmlViews.view(dialog, texts), dialog::closed);
  }

  private List<String> engineAddresses() {
    return EngineAddresses.known(settings.now().engineUri(), engine.statusProperty().get());
  }

  private void save(Settings changed, Consumer<String> failed) {
    Optional<String> engineBefore = settings.now().engineUri();
    settings.change(
        _ -> changed,
        () -> {
          overlays.closeDialog();
          if (!changed.engineUri().equals(engineBefore)) {
            engine.connect(changed.engineUri());
          }
        },
        e -> {
          LOG.warn("The settings were not kept", e);
          failed.accept(texts.text("settings.failed", String.valueOf(e.getMessage())));
        });
  }

  @Override
  public void showHelp() {
    show(new HelpController(texts));
  }

  @Override
  public void showAbout() {
    Diagnostics about =
        new Diagnostics(
            services.facts(),
            engine.statusProperty().get().answered(),
            cache.view(),
            settings.now());
    show(new AboutController(about, texts));
  }

  @Override
  public void showKeys() {
    show(new KeysController(texts));
  }

  private void show(Object controller) {
    overlays.showDialog(FxmlViews.view(controller, texts));
  }

  @Override
  public void tell(String words) {
    ToastController.showUntilClosed(overlays, "alert", words, texts);
  }

  @Override
  public void toggleActivity() {
    if (shell.sidePanel().isShowing()) {
      shell.sidePanel().hide();
    } else {
      showActivity();
    }
  }

  private void tellOfInterrupted(EngineSession session) {
    session
        .service()
        .onInterrupted(
            operation ->
                threads
                    .ui()
                    .execute(
                        () ->
                            ToastController.showOffering(
                                overlays,
                                "alert",
                                HistoryText.interrupted(operation),
                                texts.text("toast.show"),
                                this::showActivity,
                                texts)));
  }

  private void showActivity() {
    shell.sidePanel().show(activityPanel.get());
  }
}
