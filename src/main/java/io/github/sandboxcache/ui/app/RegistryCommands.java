package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistryException;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.text.TransferText;
import io.github.sandboxcache.ui.base.EngineSession;
import io.github.sandboxcache.ui.base.Overlays;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.tasks.RegistryTasks;
import io.github.sandboxcache.ui.tasks.ToastController;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the window does with the team's registry: leads to the settings while none is named, and
 * says so where the sample's images would have to be moved. FX thread only.
 */
final class RegistryCommands {
  private final WindowModels models;
  private final RegistryTasks tasks;
  private final Overlays overlays;
  private final Runnable openSettings;
  private final UiThreads threads;
  private final UiTexts texts;

  /**
   * Commands over that window.
   *
   * @param openSettings opens the settings where the registry is named
   */
  RegistryCommands(
      WindowModels models,
      RegistryTasks tasks,
      Overlays overlays,
      Runnable openSettings,
      UiThreads threads,
      UiTexts texts) {
    this.models = models;
    this.tasks = tasks;
    this.overlays = overlays;
    this.openSettings = openSettings;
    this.threads = threads;
    this.texts = texts;
  }

  void push(List<CacheReference> images) {
    withRegistry(registry -> tasks.push(images, registry));
  }

  void pullAll() {
    withRegistry(tasks::pullAll);
  }

  /** Asks it which images it has, and says how many. */
  void ask() {
    withRegistry(registry -> models.engine().ready().ifPresent(session -> ask(session, registry)));
  }

  private void ask(EngineSession session, RegistryAddress registry) {
    say("refresh", texts.text("toast.registry.asking", registry));
    threads.compute(
        () -> answer(session, registry),
        then -> {
          // What it said is known to the session by now.
          models.cache().recount();
          then.run();
        });
  }

  private Runnable answer(EngineSession session, RegistryAddress registry) {
    try {
      Set<CacheReference> there =
          new HashSet<>(
              session
                  .service()
                  .transfers()
                  .references(registry, Language.KNOWN, new Cancellation()));
      int all = there.size();
      there.retainAll(session.state().catalog().references());
      int here = there.size();
      return () -> say("info", texts.text("toast.registry.answered", registry, all, here));
    } catch (RegistryException e) {
      return () -> say("alert", TransferText.of(e));
    }
  }

  private void withRegistry(Consumer<RegistryAddress> action) {
    if (models
        .engine()
        .statusProperty()
        .get()
        .answered()
        .filter(EngineDescription::sample)
        .isPresent()) {
      say("info", texts.text("toast.registry.sample"));
      return;
    }
    models
        .settings()
        .now()
        .registry()
        .address()
        .ifPresentOrElse(
            action,
            () ->
                ToastController.showOffering(
                    overlays,
                    "info",
                    texts.text("toast.no-registry"),
                    texts.text("palette.settings"),
                    openSettings,
                    texts));
  }

  private void say(String icon, String words) {
    ToastController.showUntilClosed(overlays, icon, words, texts);
  }
}
