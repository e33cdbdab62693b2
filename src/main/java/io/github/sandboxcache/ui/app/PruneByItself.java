package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.service.AutomaticPrune;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineSession;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.tasks.AutomaticTasks;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.util.Subscription;

/** Prunes without being asked, where the user wishes for that. FX thread only. */
final class PruneByItself {
  private final AppServices services;
  private final UiThreads threads;
  private final EngineModel engine;
  private final AutomaticTasks tasks;

  /** Prunes the cache of that engine by those tasks, once it is started. */
  PruneByItself(AppServices services, UiThreads threads, EngineModel engine, AutomaticTasks tasks) {
    this.services = services;
    this.threads = threads;
    this.engine = engine;
    this.tasks = tasks;
  }

  /**
   * Starts it.
   *
   * @return ends it when it is run
   */
  Runnable start() {
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
            decision -> threads.ui().execute(() -> tasks.decided(decision)));
    prune.start(ready::get);
    return () -> {
      following.unsubscribe();
      prune.close();
    };
  }
}
