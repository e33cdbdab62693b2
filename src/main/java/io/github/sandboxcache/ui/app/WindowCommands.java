package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.removal.OrphanPlan;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.MainCommands;
import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.Shell;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.removal.RemovalDialogs;
import io.github.sandboxcache.ui.tasks.AutomaticTasks;
import io.github.sandboxcache.ui.tasks.CacheTasks;
import io.github.sandboxcache.ui.tasks.RegistryTasks;
import io.github.sandboxcache.ui.tasks.TaskNotices;
import io.github.sandboxcache.ui.tasks.TaskToasts;
import io.github.sandboxcache.ui.tasks.ToastController;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;

/** The commands of one main window, each done by the part that it belongs to. FX thread only. */
final class WindowCommands implements MainCommands {
  private final AppServices services;
  private final WindowModels models;
  private final Overlays overlays;
  private final UiTexts texts = UiTexts.load("dialogs");
  private final CacheTasks tasks;
  private final InstallDialogs installs;
  private final RemovalDialogs removals;
  private final ChosenRemoval chosenRemoval;
  private final PinSwitch pins;
  private final ImageShells shells;
  private final WindowDialogs dialogs;
  private final LogDialogs logs;
  private final RegistryCommands registry;
  private final ActivityPanel activity;
  private final PruneByItself byItself;

  /** Takes up its work at once: messages follow the tasks. */
  WindowCommands(AppServices services, UiThreads threads, WindowModels models, Shell shell) {
    this.services = services;
    this.models = models;
    this.overlays = shell.overlays();
    EngineModel engine = models.engine();
    CacheModel cache = models.cache();
    this.tasks =
        new CacheTasks(
            services.tasks(),
            models.tasks(),
            engine,
            cache,
            () -> models.settings().now().undoCountdown());
    this.installs = new InstallDialogs(models, shell, tasks, texts);
    this.pins = new PinSwitch(engine, threads, cache::recount, this::tell);
    this.removals =
        new RemovalDialogs(
            engine,
            cache,
            models.settings(),
            overlays,
            threads,
            texts,
            tasks::remove,
            images -> pins.set(images, true));
    this.chosenRemoval = new ChosenRemoval(cache, threads, tasks::remove, this::tell, texts);
    this.shells =
        new ImageShells(engine, services.terminal(), threads, shell.copy(), this::tell, texts);
    this.dialogs = new WindowDialogs(services, threads, models, shell, texts);
    this.registry =
        new RegistryCommands(
            models,
            new RegistryTasks(services.tasks(), models.tasks(), engine),
            overlays,
            dialogs::openRegistrySettings,
            threads,
            texts);
    this.logs = new LogDialogs(services, threads, models, shell, texts);
    this.activity = new ActivityPanel(services, threads, models, shell, tasks, texts);
    new TaskToasts(
            models.tasks(), services.clock(), overlays, texts, tasks::restore, activity::show)
        .start();
    new TaskNotices(models.tasks(), overlays::isWindowInFront, services.notices(), texts).start();
    this.byItself = new PruneByItself(services, threads, engine, automaticTasks());
    activity.tellOfInterrupted();
    new FileNotices(cache, models.settings(), services.ledgerSetAside(), this::tell, texts).start();
  }

  private AutomaticTasks automaticTasks() {
    return new AutomaticTasks(
        models.cache(),
        models.tasks(),
        tasks::pruneByItself,
        overlays,
        services.notices(),
        services.clock(),
        texts,
        activity::show,
        tasks::restore);
  }

  @Override
  public void install() {
    installs.install();
  }

  @Override
  public void install(InstallRequest filledIn) {
    installs.install(filledIn);
  }

  @Override
  public void installAgain(CacheReference reference) {
    installs.installAgain(reference);
  }

  @Override
  public void installMissed(List<MissedSet> sets) {
    tasks.prewarm(sets);
  }

  @Override
  public void prune() {
    tasks.remove(models.cache().view().prune());
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
    Set<String> leaving = models.tasks().removing();
    if (leaving.isEmpty()) {
      chosenRemoval.remove(references);
    } else if (!references.stream().map(CacheReference::toString).allMatch(leaving::contains)) {
      tellOfOtherRemoval();
    }
  }

  /** In the place of the message that offers to undo that one, and so offers it as well. */
  private void tellOfOtherRemoval() {
    if (models.tasks().counting().isPresent()) {
      ToastController.showOffering(
          overlays,
          "clock",
          texts.text("toast.one-removal"),
          texts.text("activity.undo"),
          tasks::undo,
          texts);
    } else {
      tell(texts.text("toast.one-removal.running"));
    }
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
    shells.open(reference);
  }

  @Override
  public void copyRun(String reference) {
    shells.copyCommand(reference);
  }

  @Override
  public void push(List<CacheReference> references) {
    registry.push(references);
  }

  @Override
  public void pullAll() {
    registry.pullAll();
  }

  @Override
  public void askRegistry() {
    registry.ask();
  }

  @Override
  public Runnable runByItself() {
    return byItself.start();
  }

  @Override
  public void undo() {
    tasks.undo();
  }

  @Override
  public void refresh() {
    models.engine().refresh();
  }

  @Override
  public void chooseEngine() {
    dialogs.chooseEngine();
  }

  @Override
  public void openSettings() {
    dialogs.openSettings();
  }

  @Override
  public void showHelp() {
    dialogs.showHelp();
  }

  @Override
  public void showAbout() {
    dialogs.showAbout();
  }

  @Override
  public void showKeys() {
    dialogs.showKeys();
  }

  @Override
  public void tell(String words) {
    ToastController.showUntilClosed(overlays, "alert", words, texts);
  }

  @Override
  public void connectSandbox() {
    logs.connectSandbox();
  }

  @Override
  public void addLogs(List<Path> files) {
    logs.addLogs(files);
  }

  @Override
  public void showActivity() {
    activity.show();
  }

  @Override
  public void toggleActivity() {
    activity.toggle();
  }
}
