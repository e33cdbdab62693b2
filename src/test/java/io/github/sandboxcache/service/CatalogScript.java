package io.github.sandboxcache.service;

import static io.github.sandboxcache.domain.catalog.Images.NOON;
import static io.github.sandboxcache.domain.catalog.Images.image;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.SnapshotStore;
import io.github.sandboxcache.domain.engine.EngineEvent;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.service.ScriptedEngine.Gate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A live catalog on an engine that does as it is told, with all that it tells others. */
final class CatalogScript implements AutoCloseable {
  static final String A = "mcp-sandbox-go:aaaaaaaaaaaa";
  static final String B = "mcp-sandbox-go:bbbbbbbbbbbb";
  static final Duration SOON = Duration.ofMillis(1);
  static final Duration NEVER = Duration.ofHours(1);

  private final ScriptedEngine engine = new ScriptedEngine(whole("1", A));
  private final CatalogStates states = CatalogStates.ofImages();
  private final Memory memory = new Memory();
  private final Followed observer = new Followed();
  private final List<LiveCatalog> catalogs = new ArrayList<>();
  private volatile Optional<Gate> held = Optional.empty();

  static final class Memory implements SnapshotStore {
    private volatile Optional<Remembered> kept = Optional.empty();

    @Override
    public Optional<Remembered> load() {
      return kept;
    }

    @Override
    public void save(Remembered remembered) {
      kept = Optional.of(remembered);
    }
  }

  private static final class Followed implements EngineObserver {
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void onConnected() {
      heard.add("connected");
    }

    @Override
    public void onEvent(EngineEvent event) {
      heard.add(event.getClass().getSimpleName());
    }

    @Override
    public void close() {
      heard.add("closed");
    }
  }

  /** An image of which the list says all, so that nothing is asked for later. */
  static EngineImage whole(String id, String... references) {
    return image(id, references).withSharedBytes(OptionalLong.of(0));
  }

  static List<String> references(CatalogState state) {
    return state.catalog().cached().stream().map(CachedImage::engineReference).sorted().toList();
  }

  /** An engine with one image, {@link #A}. */
  ScriptedEngine engine() {
    return engine;
  }

  /** What the catalog tells. */
  CatalogStates states() {
    return states;
  }

  /** What the catalog's observer heard. */
  List<String> heard() {
    return List.copyOf(observer.heard);
  }

  void remember(SnapshotStore.Remembered remembered) {
    memory.save(remembered);
  }

  Optional<SnapshotStore.Remembered> remembered() {
    return memory.kept;
  }

  /** A catalog that lists once, and does at once what it does later. */
  LiveCatalog catalog() {
    return catalog(new LiveTimings(SOON, SOON, NEVER, Duration.ZERO));
  }

  LiveCatalog catalog(LiveTimings timings) {
    LiveCatalog live =
        new LiveCatalog(
            engine, memory, LayerStore.NONE, Clock.fixed(NOON, ZoneOffset.UTC), timings, observer);
    live.onChange(states);
    live.onChange(this::passGate);
    catalogs.add(live);
    return live;
  }

  private void passGate(CatalogState state) {
    if (state.refreshing()) {
      held.ifPresent(Gate::pass);
    }
  }

  /** The catalog's thread waits when it next tells that a list is on its way. */
  Gate holdTheThreadOnceItLists() {
    Gate gate = new Gate();
    held = Optional.of(gate);
    return gate;
  }

  CatalogState awaitCurrent() throws InterruptedException {
    return states.await(state -> state.freshness() == Freshness.CURRENT && !state.refreshing());
  }

  @Override
  public void close() {
    catalogs.forEach(LiveCatalog::close);
  }
}
