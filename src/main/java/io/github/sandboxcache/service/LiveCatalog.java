package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.catalog.ImageChanges;
import io.github.sandboxcache.domain.catalog.SnapshotStore;
import io.github.sandboxcache.domain.catalog.SnapshotStore.Remembered;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineEvent;
import io.github.sandboxcache.domain.engine.EngineEventListener;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.layers.LayerState;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.service.CatalogState.Freshness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalog of one engine, kept up to date. It starts with the list remembered on disk; a full
 * list follows in the background, because that takes many seconds on some engines; from then on,
 * events are applied image by image. Reconnects when the connection is lost. Thread-safe; calls
 * listeners from a single thread of its own, which they must not block.
 */
public final class LiveCatalog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveCatalog.class);

  private final ContainerEngine engine;
  private final SnapshotStore store;
  private final Clock clock;
  private final LiveTimings timings;
  private final EngineObserver observer;
  private final CatalogWorker worker = new CatalogWorker();
  private final EngineLook look;
  private final LiveLayers layers;
  private final List<Consumer<CatalogState>> listeners = new CopyOnWriteArrayList<>();
  private final DirtySet dirty = new DirtySet();
  private final DirtySet changedWhileListing = new DirtySet();
  private final AtomicBoolean flushPlanned = new AtomicBoolean();
  private final AtomicBoolean listing = new AtomicBoolean();
  private final AtomicBoolean listAgain = new AtomicBoolean();
  private volatile Optional<ContainerEngine.Subscription> subscription = Optional.empty();
  private volatile CatalogState state;

  // Both belong to the worker's thread.
  private int lists;
  private boolean reconnectPlanned;

  /**
   * Creates a catalog for a connected engine; it is empty until it is started.
   *
   * @param layerStore keeps the layers of images
   * @param observer receives the same events; closed with the catalog
   */
  public LiveCatalog(
      ContainerEngine engine,
      SnapshotStore store,
      LayerStore layerStore,
      Clock clock,
      LiveTimings timings,
      EngineObserver observer) {
    this.engine = engine;
    this.store = store;
    this.clock = clock;
    this.timings = timings;
    this.observer = observer;
    this.look = new EngineLook(engine);
    this.layers =
        new LiveLayers(
            new LayerScan(engine, layerStore),
            worker,
            () -> state.catalog().snapshot().images(),
            known -> publish(state.with(state.catalog().with(known))));
    this.state =
        new CatalogState(
            Catalog.empty(engine.description().naming()),
            Freshness.UNKNOWN,
            Optional.empty(),
            false);
  }

  /**
   * Starts to load and to listen. Waits for the disk, but not for the engine: the remembered list
   * is there when this returns.
   */
  public void start() {
    recall();
    // A list takes the processor from whoever paints what is remembered.
    boolean remembered = state.freshness() == Freshness.REMEMBERED;
    worker.schedule(remembered ? timings.headStart() : Duration.ZERO, this::connect);
  }

  /** Returns what is known now. */
  public CatalogState state() {
    return state;
  }

  /** Calls the listener with every new state from now on. */
  public void onChange(Consumer<CatalogState> listener) {
    listeners.add(listener);
  }

  /** Lists everything again in the background; if a list is under way, another one follows it. */
  public void refresh() {
    if (!listing.compareAndSet(false, true)) {
      listAgain.set(true);
      return;
    }
    worker.execute(() -> publish(state.withRefreshing(true)));
    Thread.ofVirtual().name("full-list").start(this::list);
  }

  @Override
  public void close() {
    layers.close();
    subscription.ifPresent(ContainerEngine.Subscription::close);
    observer.close();
    worker.execute(this::remember);
    worker.close();
  }

  private void recall() {
    store
        .load()
        .filter(remembered -> remembered.snapshot().naming() == engine.description().naming())
        .ifPresent(
            remembered ->
                publish(
                    new CatalogState(
                        Catalog.of(remembered.snapshot()),
                        Freshness.REMEMBERED,
                        Optional.of(remembered.listed()),
                        true)));
  }

  private void connect() {
    reconnectPlanned = false;
    try {
      // Listening comes before listing, so that nothing can change unseen in between.
      subscription = Optional.of(engine.subscribe(new Listener()));
      observer.onConnected();
      refresh();
    } catch (EngineException e) {
      lost(e);
    }
  }

  private void list() {
    changedWhileListing.take();
    Instant begin = clock.instant();
    try {
      EngineSnapshot listed =
          new EngineSnapshot(
              engine.images(), EngineListing.containers(engine), engine.description().naming());
      worker.execute(() -> listed(listed, begin));
    } catch (EngineException e) {
      listing.set(false);
      worker.execute(() -> lost(e));
    } catch (RuntimeException e) {
      LOG.error("a list ended unexpectedly", e);
      listing.set(false);
      worker.execute(() -> publish(state.withRefreshing(false)));
    }
  }

  private void listed(EngineSnapshot listed, Instant begin) {
    ImageChanges changes = new ImageChanges(state.catalog().snapshot().images());
    changes.replaceAll(listed.images());
    try {
      look.at(changedWhileListing.take().images()).forEach(changes::apply);
    } catch (EngineException e) {
      LOG.warn("What changed during a list could not be looked at again", e);
    }
    listing.set(false);
    publish(
        state.listedAt(
            Catalog.of(listed.withImages(changes.images())).with(layers.listed(changes.images())),
            clock.instant()));
    remember();
    learnLayers();
    int listsBefore = ++lists;
    worker.schedule(
        timings.untilNextList(begin, clock.instant()),
        () -> {
          if (lists == listsBefore) {
            refresh();
          }
        });
    if (listAgain.getAndSet(false)) {
      refresh();
    }
  }

  /** At a very first list those of every image are asked for: whoever paints it comes first. */
  private void learnLayers() {
    boolean first = lists == 0 && layers.isMuchMissing();
    worker.schedule(first ? timings.headStart() : Duration.ZERO, layers::learn);
  }

  private void planFlush() {
    if (flushPlanned.compareAndSet(false, true)) {
      worker.schedule(timings.gatherEvents(), this::flush);
    }
  }

  private void flush() {
    flushPlanned.set(false);
    DirtySet.Dirt dirt = dirty.take();
    try {
      EngineSnapshot snapshot = state.catalog().snapshot();
      LayerState known = state.catalog().layers();
      if (!dirt.images().isEmpty()) {
        snapshot = snapshot.withImages(look.again(snapshot.images(), dirt.images()));
        known = layers.changed(snapshot.images());
      }
      if (dirt.unnamedImages()) {
        refresh();
      }
      if (dirt.containers()) {
        snapshot = snapshot.withContainers(EngineListing.containers(engine));
      }
      // Before the first list a single image would look like the whole cache.
      if (state.freshness() != Freshness.UNKNOWN) {
        publish(state.with(Catalog.of(snapshot).with(known)));
      }
    } catch (EngineException e) {
      LOG.warn("What changed could not be looked at, so everything is listed again", e);
      refresh();
    }
  }

  private void lost(EngineException cause) {
    LOG.warn("The connection to {} is lost", engine.description().endpoint(), cause);
    subscription.ifPresent(ContainerEngine.Subscription::close);
    subscription = Optional.empty();
    publish(state.lost(words(cause)));
    if (!reconnectPlanned) {
      reconnectPlanned = true;
      worker.schedule(timings.reconnect(), this::connect);
    }
  }

  /** What the engine or the system said, without what this app says around it. */
  private static String words(EngineException cause) {
    Throwable said = cause.getCause() == null ? cause : cause.getCause();
    return String.valueOf(said.getMessage());
  }

  private void publish(CatalogState next) {
    state = next;
    listeners.forEach(listener -> listener.accept(next));
  }

  private void remember() {
    CatalogState now = state;
    if (now.freshness() == Freshness.CURRENT) {
      now.listed().ifPresent(at -> store.save(new Remembered(now.catalog().snapshot(), at)));
    }
  }

  private final class Listener implements EngineEventListener {
    @Override
    public void onEvent(EngineEvent event) {
      observer.onEvent(event);
      dirty.add(event);
      changedWhileListing.add(event);
      planFlush();
    }

    @Override
    public void onBreak(EngineException cause) {
      worker.execute(() -> lost(cause));
    }
  }
}
