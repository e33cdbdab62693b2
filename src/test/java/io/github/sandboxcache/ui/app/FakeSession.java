package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.layers.LayerGraph;
import io.github.sandboxcache.domain.layers.LayerState;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.domain.layers.LayeredImage;
import io.github.sandboxcache.domain.pins.PinsInMemory;
import io.github.sandboxcache.domain.registry.ImageRegistry;
import io.github.sandboxcache.domain.registry.TransferNotes;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.testing.Inspectors;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.testing.TestArchives;
import io.github.sandboxcache.testing.TestLocks;
import io.github.sandboxcache.ui.base.EngineSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** A session whose states the test decides, on the images of a made-up engine. */
public final class FakeSession implements EngineSession {
  private final EngineDescription description;
  private final CacheService service;
  private final List<Consumer<CatalogState>> listeners = new ArrayList<>();
  private final List<Runnable> recordListeners = new ArrayList<>();
  private CatalogState state;
  private int refreshes;
  private boolean closed;

  /** A session that presents the engine under that description, listed at that time. */
  public FakeSession(
      ContainerEngine engine, EngineDescription description, UsageLedger usage, Instant listed) {
    this(engine, description, usage, ImageRegistry.NONE, listed);
  }

  /** The same with registries that answer like that. */
  public FakeSession(
      ContainerEngine engine,
      EngineDescription description,
      UsageLedger usage,
      ImageRegistry registry,
      Instant listed) {
    this.description = description;
    this.service =
        new CacheService(
            engine,
            (_, _, _) -> InstallResult.failed(Duration.ZERO, List.of()),
            Inspectors.of(engine),
            usage,
            usage instanceof OperationJournal kept ? kept : Ledgers.empty(),
            new PinsInMemory(),
            LayerStore.NONE,
            TestArchives.none(engine),
            registry,
            TransferNotes.NONE,
            TestLocks.create(),
            Clock.systemUTC());
    EngineSnapshot snapshot =
        new EngineSnapshot(engine.images(), engine.containers(), description.naming());
    this.state =
        new CatalogState(
            measured(Catalog.of(snapshot), engine), Freshness.CURRENT, Optional.of(listed), false);
  }

  private static Catalog measured(Catalog catalog, ContainerEngine engine) {
    List<LayeredImage> layered =
        catalog.snapshot().images().stream()
            .map(image -> new LayeredImage(engine.layers(image.id()), OptionalLong.empty(), true))
            .toList();
    return catalog.with(new LayerState.Measured(LayerGraph.of(layered, OptionalLong.empty())));
  }

  /** Has the session come to know that state. */
  public void publish(CatalogState next) {
    state = next;
    List.copyOf(listeners).forEach(listener -> listener.accept(next));
  }

  /** How often somebody asked for a refresh. */
  public int refreshes() {
    return refreshes;
  }

  /** Whether it was closed. */
  public boolean isClosed() {
    return closed;
  }

  @Override
  public EngineDescription engine() {
    return description;
  }

  @Override
  public CacheService service() {
    return service;
  }

  @Override
  public void start() {
    publish(state);
  }

  @Override
  public CatalogState state() {
    return state;
  }

  @Override
  public void onChange(Consumer<CatalogState> listener) {
    listeners.add(listener);
  }

  @Override
  public void onRecordsChange(Runnable listener) {
    recordListeners.add(listener);
  }

  /** Has the session find the ledger or the pins changed. */
  public void tellRecordsChange() {
    List.copyOf(recordListeners).forEach(Runnable::run);
  }

  @Override
  public void refresh() {
    refreshes++;
  }

  @Override
  public void close() {
    closed = true;
  }
}
