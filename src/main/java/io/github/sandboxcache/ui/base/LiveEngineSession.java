package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.service.ChangeWatch;
import io.github.sandboxcache.service.LiveCatalog;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A session on a live catalog. Closes the catalog and the engine in the background. */
public final class LiveEngineSession implements EngineSession {
  private final ContainerEngine engine;
  private final CacheService service;
  private final LiveCatalog catalog;
  private final ChangeWatch changes;
  private final AtomicBoolean tidied = new AtomicBoolean();

  /** Owns the engine, the catalog and the watch from now on. */
  public LiveEngineSession(
      ContainerEngine engine, CacheService service, LiveCatalog catalog, ChangeWatch changes) {
    this.engine = engine;
    this.service = service;
    this.catalog = catalog;
    this.changes = changes;
  }

  @Override
  public EngineDescription engine() {
    return engine.description();
  }

  @Override
  public CacheService service() {
    return service;
  }

  @Override
  public void start() {
    catalog.onChange(this::tidyOnce);
    catalog.start();
    changes.start();
  }

  /** With the first list that is the engine's own; nobody waits for that. */
  private void tidyOnce(CatalogState state) {
    if (state.freshness() == Freshness.CURRENT && tidied.compareAndSet(false, true)) {
      Thread.ofVirtual().name("tidy").start(() -> service.tidy(state.catalog().snapshot()));
    }
  }

  @Override
  public CatalogState state() {
    return catalog.state();
  }

  @Override
  public void onChange(Consumer<CatalogState> listener) {
    catalog.onChange(listener);
  }

  @Override
  public void onRecordsChange(Runnable listener) {
    changes.onChange(listener);
    service.inspector().onChange(listener);
  }

  @Override
  public void refresh() {
    catalog.refresh();
  }

  @Override
  public void close() {
    changes.close();
    Thread.ofPlatform()
        .name("close-engine")
        .start(
            () -> {
              catalog.close();
              engine.close();
            });
  }
}
