package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.PackageRules;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.SettingsException;
import io.github.sandboxcache.text.PackageProblemText;
import io.github.sandboxcache.ui.base.Lazy;
import io.github.sandboxcache.ui.base.MainCommands;
import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.install.InstallActions;
import io.github.sandboxcache.ui.install.InstallDialog;
import io.github.sandboxcache.ui.removal.Popover;
import io.github.sandboxcache.ui.removal.PrunePreview;
import io.github.sandboxcache.ui.settings.SettingsController;
import io.github.sandboxcache.ui.tasks.ActivityController;
import io.github.sandboxcache.ui.tasks.CacheTasks;
import io.github.sandboxcache.ui.tasks.ConnectedCache;
import io.github.sandboxcache.ui.tasks.TaskNotices;
import io.github.sandboxcache.ui.tasks.TaskToasts;
import io.github.sandboxcache.ui.welcome.ChooseEngineController;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands of one main window. FX thread only. */
public final class WindowCommands implements MainCommands {
  private static final Logger LOG = LoggerFactory.getLogger(WindowCommands.class);

  private final WindowContext window;
  private final UiTexts texts = UiTexts.load("dialogs");
  private final Clock clock;
  private final Overlays overlays;
  private final CacheTasks tasks;
  private final PinSwitch pins;
  private final RemovalQuestions questions;
  private final Supplier<Region> activityPanel;
  private final ObservableValue<Catalog> catalog;

  /** Takes up its work at once: pages follow the engine, messages follow the tasks. */
  public WindowCommands(WindowContext window) {
    this.window = window;
    this.clock = window.services().clock();
    this.overlays = window.shell().overlays();
    this.catalog = window.cache().viewProperty().map(view -> view.state().catalog());
    this.tasks =
        new CacheTasks(window.services().tasks(), window.tasks(), () -> settings().undoCountdown());
    this.pins = new PinSwitch(window, texts);
    this.questions = new RemovalQuestions(window, texts, () -> access().isPresent(), this::start);
    this.activityPanel =
        new Lazy<>(
            () ->
                ActivityController.panel(
                    window.tasks(), window.ticker(), texts, window.shell().sidePanel()::hide));
    new TaskToasts(window.tasks(), clock, overlays, texts, this::showActivity).start();
    new TaskNotices(window.tasks(), overlays::isWindowInFront, window.services().notices(), texts)
        .start();
    new FileNotices(window, texts).start();
    new PageSwitch(window, this, texts).start();
  }

  @Override
  public void install() {
    if (access().isEmpty()) {
      return;
    }
    InstallDialog dialog =
        new InstallDialog(
            texts,
            (language, name) ->
                PackageRules.check(language, name)
                    .map(problem -> PackageProblemText.of(language, problem)),
            settings().install(),
            lastLanguage(),
            catalog,
            new Installs(),
            window.ticker());
    overlays.showDialog(dialog.view(), dialog::closed);
  }

  @Override
  public void prune() {
    start(window.cache().view().prune());
  }

  @Override
  public void previewPrune(Node anchor) {
    if (access().isEmpty()) {
      return;
    }
    PrunePreview preview =
        new PrunePreview(
            texts,
            window.cache().view().prune(),
            settings().keepNewest(),
            window.cache().viewProperty(),
            this::prune,
            overlays::closeDialog,
            window.threads(),
            clock);
    overlays.showDialog(
        Popover.beneath(anchor, preview.view(), overlays::closeDialog), preview::closed);
  }

  @Override
  public void clear() {
    questions.clear();
  }

  @Override
  public void setPinned(CacheReference reference, boolean pinned) {
    pins.set(reference, pinned);
  }

  @Override
  public void remove(CacheReference reference) {
    questions.remove(reference);
  }

  @Override
  public void undo() {
    tasks.undo();
  }

  @Override
  public void refresh() {
    window.engine().refresh();
  }

  @Override
  public void chooseEngine() {
    overlays.showDialog(
        ChooseEngineController.dialog(settings().engineUri(), new EngineSwitch(window), texts),
        () -> {});
  }

  @Override
  public void openSettings() {
    SettingsController.Dialog dialog =
        SettingsController.dialog(
            settings(),
            window.services().logs(),
            new SettingsKeeping(window, texts)::save,
            overlays::closeDialog,
            texts,
            clock,
            window.threads().ui());
    overlays.showDialog(dialog.view(), dialog.closed());
  }

  @Override
  public void showHelp() {
    overlays.showDialog(HelpController.dialog(overlays::closeDialog, texts), () -> {});
  }

  @Override
  public void showAbout() {
    overlays.showDialog(new AboutWindow(window).dialog(texts), () -> {});
  }

  @Override
  public void showKeys() {
    overlays.showDialog(KeysController.dialog(overlays::closeDialog, texts), () -> {});
  }

  @Override
  public void toggleActivity() {
    if (window.shell().sidePanel().showingProperty().get()) {
      window.shell().sidePanel().hide();
    } else {
      showActivity();
    }
  }

  private void showActivity() {
    window.shell().sidePanel().show(activityPanel.get());
  }

  private Settings settings() {
    return window.settings().settingsProperty().get();
  }

  private Optional<ConnectedCache> access() {
    return window
        .engine()
        .sessionProperty()
        .get()
        .filter(_ -> window.engine().statusProperty().get().isReady())
        .map(
            session ->
                new ConnectedCache(
                    session.service(),
                    () -> session.state().catalog(),
                    () -> window.cache().view().pins()));
  }

  /** The language of the newest image, which is likely wanted again. */
  private Optional<Language> lastLanguage() {
    return catalog.getValue().cached().stream()
        .min(Catalog.NEWEST_FIRST)
        .map(image -> image.reference().language());
  }

  private void start(RemovalPlan plan) {
    if (!plan.removals().isEmpty() && window.tasks().removing().isEmpty()) {
      access().ifPresent(cache -> tasks.remove(cache, plan));
    }
  }

  private void prune(RemovalPlan plan, int keep) {
    overlays.closeDialog();
    start(plan);
    remember(keep);
  }

  private void remember(int keep) {
    if (keep == settings().keepNewest()) {
      return;
    }
    Settings changed = settings().withKeepNewest(keep);
    window
        .threads()
        .background()
        .execute(
            () -> {
              try {
                window.settings().store().save(changed);
              } catch (SettingsException e) {
                LOG.warn("How many images prune keeps could not be remembered", e);
              }
            });
  }

  private final class Installs implements InstallActions {
    @Override
    public Optional<TaskItem> start(InstallRequest request) {
      return access().map(cache -> tasks.install(cache, request));
    }

    @Override
    public void showImage(CacheReference reference) {
      overlays.closeDialog();
      window.shell().navigator().showImage(reference);
    }

    @Override
    public void close() {
      overlays.closeDialog();
    }
  }
}
