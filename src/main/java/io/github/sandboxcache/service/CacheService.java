package io.github.sandboxcache.service;

import io.github.sandboxcache.catalog.Catalog;
import io.github.sandboxcache.catalog.EngineSnapshot;
import io.github.sandboxcache.install.InstallRequest;
import io.github.sandboxcache.install.InstallResult;
import io.github.sandboxcache.install.Installer;
import io.github.sandboxcache.port.ContainerEngine;
import io.github.sandboxcache.port.EngineDescription;
import io.github.sandboxcache.removal.RemovalPlan;
import io.github.sandboxcache.removal.RemovalReport;
import io.github.sandboxcache.removal.Remover;
import io.github.sandboxcache.task.Cancellation;
import io.github.sandboxcache.task.ProgressListener;
import io.github.sandboxcache.usage.UsageLog;
import java.util.function.Supplier;

/**
 * What can be done with the cache of one engine; the window and the command line both work through
 * it. Every method waits for the engine, so the window calls them from background tasks.
 * Thread-safe.
 */
public final class CacheService {
  private final ContainerEngine engine;
  private final Installer installer;
  private final UsageLog usage;

  /** A service on a connected engine. */
  public CacheService(ContainerEngine engine, Installer installer, UsageLog usage) {
    this.engine = engine;
    this.installer = installer;
    this.usage = usage;
  }

  /** Which engine this is about. */
  public EngineDescription engine() {
    return engine.description();
  }

  /** Lists images and containers anew. */
  public Catalog list() {
    return Catalog.of(
        new EngineSnapshot(engine.images(), engine.containers(), engine.description().naming()));
  }

  /** Counts a catalog together with what was recorded of its use. */
  public CacheStats stats(Catalog catalog) {
    return CacheStats.of(catalog, usage.summary());
  }

  /** Installs packages, see {@link Installer}. */
  public InstallResult install(
      InstallRequest request, ProgressListener listener, Cancellation cancellation) {
    return installer.install(request, listener, cancellation);
  }

  /**
   * Removes what a plan announced and nothing else.
   *
   * @param latest the newest catalog there is while it runs
   */
  public RemovalReport remove(
      RemovalPlan plan,
      Supplier<Catalog> latest,
      ProgressListener listener,
      Cancellation cancellation) {
    return new Remover(engine, latest).remove(plan, listener, cancellation);
  }
}
