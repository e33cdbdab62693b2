package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.pins.OwnedPins;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * What the window shows of the cache. Everything is worked out in the background and arrives on the
 * FX thread as one immutable value. FX thread only.
 */
public final class CacheModel {
  private final EngineModel engine;
  private final ObservableValue<Settings> settings;
  private final UiThreads threads;
  private final LatestOnly latest;
  private final UsageReader usage;
  private final ObservableValue<Instant> minute;
  private final ObjectProperty<UsageRange> range =
      new SimpleObjectProperty<>(UsageView.FIRST_RANGE);
  private final ReadOnlyObjectWrapper<CacheView> view = new ReadOnlyObjectWrapper<>(unknown());

  // Belongs to the background, where one piece of work follows the other.
  private volatile CacheView computed = unknown();

  /**
   * Follows that engine.
   *
   * @param settings their policy decides what prune would remove
   * @param ticker a range that ends now moves on with it, minute by minute
   */
  public CacheModel(
      EngineModel engine, ObservableValue<Settings> settings, UiThreads threads, Ticker ticker) {
    this.engine = engine;
    this.settings = settings;
    this.threads = threads;
    this.latest = new LatestOnly(threads.background());
    this.usage = new UsageReader(ticker.clock());
    engine.sessionProperty().addListener((_, _, opened) -> follow(opened));
    settings.addListener((_, _, _) -> recount());
    range.addListener((_, _, _) -> recount());
    this.minute = ticker.nowProperty().map(now -> now.truncatedTo(ChronoUnit.MINUTES));
    minute.addListener((_, _, _) -> recount());
    follow(engine.sessionProperty().get());
  }

  /** What is shown now. */
  public ReadOnlyObjectProperty<CacheView> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /** What is shown now. */
  public CacheView view() {
    return view.get();
  }

  /** The range of time whose hits and misses are shown. */
  public ObjectProperty<UsageRange> rangeProperty() {
    return range;
  }

  /** Where its lookups are read from; empty while no engine is connected. */
  public Optional<UsageLedger> ledger() {
    return engine.sessionProperty().get().map(session -> session.service().usage());
  }

  /** Counts anew, after lookups, settings or pins changed. */
  public void recount() {
    engine.sessionProperty().get().ifPresent(session -> update(session, session.state()));
  }

  private void follow(Optional<EngineSession> opened) {
    if (opened.isEmpty()) {
      view.set(unknown());
      return;
    }
    EngineSession session = opened.get();
    session.onChange(state -> threads.ui().execute(() -> update(session, state)));
    session.onRecordsChange(() -> threads.ui().execute(() -> update(session, session.state())));
    update(session, session.state());
  }

  private void update(EngineSession session, CatalogState state) {
    if (!isCurrent(session)) {
      return;
    }
    Settings wanted = settings.getValue();
    UsageRange shown = range.get();
    latest.submit(
        () -> {
          CacheView next = compute(session, state, wanted, shown);
          threads
              .ui()
              .execute(
                  () -> {
                    if (isCurrent(session)) {
                      view.set(next);
                    }
                  });
        });
  }

  private CacheView compute(
      EngineSession session, CatalogState state, Settings wanted, UsageRange shown) {
    UsageLedger ledger = session.service().usage();
    Optional<UsageView> read = usage.read(ledger, state.catalog().references(), shown);
    UsageView now = read.orElse(UsageView.EMPTY);
    RemovalPolicy policy = wanted.pruneRule(now.recent());
    PinStore store = session.service().pins();
    Pins pins = store.read();
    CatalogState known = session.service().withPackages(state);
    CacheView before = computed;
    CacheView next =
        before.isAbout(known, policy, pins, now) ? before : CacheView.of(known, policy, pins, now);
    computed =
        next.withUsage(now, read.isPresent(), ledger.whyNotWritable())
            .withOwners(store instanceof OwnedPins owned ? owned.owners() : Optional.empty())
            .withTeam(session.service().transfers().known(wanted.registry().address()));
    return computed;
  }

  private boolean isCurrent(EngineSession session) {
    return engine.sessionProperty().get().filter(session::equals).isPresent();
  }

  private static CacheView unknown() {
    return CacheView.of(
        new CatalogState(
            Catalog.empty(ReferenceNaming.DOCKER), Freshness.UNKNOWN, Optional.empty(), false),
        new RemovalPolicy.KeepNewest(RemovalPolicy.KeepNewest.DEFAULT_COUNT),
        Pins.Known.NONE,
        UsageView.EMPTY);
  }
}
