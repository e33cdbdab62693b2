package io.github.sandboxcache.ui.model;

import io.github.sandboxcache.cache.ReferenceNaming;
import io.github.sandboxcache.catalog.Catalog;
import io.github.sandboxcache.removal.RemovalPolicy;
import io.github.sandboxcache.service.CacheStats;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.settings.Settings;
import io.github.sandboxcache.ui.fx.LatestOnly;
import io.github.sandboxcache.ui.session.EngineSession;
import io.github.sandboxcache.usage.UsageLogException;
import io.github.sandboxcache.usage.UsageSummary;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the window shows of the cache. Everything is worked out in the background and arrives on the
 * FX thread as one immutable value. FX thread only.
 */
public final class CacheModel {
  private static final Logger LOG = LoggerFactory.getLogger(CacheModel.class);

  private final EngineModel engine;
  private final ObservableValue<Settings> settings;
  private final UiThreads threads;
  private final LatestOnly latest;
  private final ReadOnlyObjectWrapper<CacheView> view = new ReadOnlyObjectWrapper<>(unknown());

  /** Follows that engine; the settings' policy decides what prune would remove. */
  public CacheModel(EngineModel engine, ObservableValue<Settings> settings, UiThreads threads) {
    this.engine = engine;
    this.settings = settings;
    this.threads = threads;
    this.latest = new LatestOnly(threads.background());
    engine.sessionProperty().addListener((_, _, opened) -> follow(opened));
    settings.addListener((_, _, _) -> recount());
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

  /** Counts anew, after lookups or settings changed. */
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
    update(session, session.state());
  }

  private void update(EngineSession session, CatalogState state) {
    if (!isCurrent(session)) {
      return;
    }
    RemovalPolicy policy = new RemovalPolicy.KeepNewest(settings.getValue().keepNewest());
    latest.submit(
        () -> {
          CacheView next = CacheView.of(state, stats(session, state), policy);
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

  private boolean isCurrent(EngineSession session) {
    return engine.sessionProperty().get().filter(session::equals).isPresent();
  }

  private static CacheStats stats(EngineSession session, CatalogState state) {
    try {
      return session.service().stats(state.catalog());
    } catch (UsageLogException e) {
      LOG.warn("Hits and misses cannot be read, so none are shown", e);
      return CacheStats.of(state.catalog(), UsageSummary.EMPTY);
    }
  }

  private static CacheView unknown() {
    Catalog nothing = Catalog.empty(ReferenceNaming.DOCKER);
    return CacheView.of(
        new CatalogState(nothing, Freshness.UNKNOWN, Optional.empty(), false),
        CacheStats.of(nothing, UsageSummary.EMPTY),
        new RemovalPolicy.KeepNewest(RemovalPolicy.KeepNewest.DEFAULT_COUNT));
  }
}
