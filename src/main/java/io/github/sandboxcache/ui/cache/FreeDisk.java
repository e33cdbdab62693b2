package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineSession;
import io.github.sandboxcache.ui.base.LatestOnly;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiThreads;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes that are free where the engine keeps its images; empty where that is not known. Asked
 * for every minute, and whenever something else that is shown has changed; but not while a task
 * runs, when the number would change with each image. FX thread only.
 */
public final class FreeDisk {
  private static final Logger LOG = LoggerFactory.getLogger(FreeDisk.class);

  private final EngineModel engine;
  private final TasksModel tasks;
  private final UiThreads threads;
  private final LatestOnly latest;
  private final ObservableValue<Instant> minute;
  private final ReadOnlyObjectWrapper<OptionalLong> bytes =
      new ReadOnlyObjectWrapper<>(OptionalLong.empty());

  /** Follows the engine of that cache. */
  public FreeDisk(
      EngineModel engine, CacheModel cache, TasksModel tasks, Ticker ticker, UiThreads threads) {
    this.engine = engine;
    this.tasks = tasks;
    this.threads = threads;
    this.latest = new LatestOnly(threads.background());
    this.minute = ticker.nowProperty().map(now -> now.truncatedTo(ChronoUnit.MINUTES));
    minute.addListener((_, _, _) -> ask());
    cache.viewProperty().addListener((_, _, _) -> ask());
    tasks.running().addListener((ListChangeListener<TaskItem>) _ -> ask());
    engine.sessionProperty().subscribe(this::startAnew);
  }

  ReadOnlyObjectProperty<OptionalLong> bytesProperty() {
    return bytes.getReadOnlyProperty();
  }

  private void startAnew() {
    bytes.set(OptionalLong.empty());
    ask();
  }

  private void ask() {
    Optional<EngineSession> session = engine.ready();
    if (session.isEmpty() || !tasks.running().isEmpty()) {
      return;
    }
    latest.submit(
        () -> {
          OptionalLong answer = free(session.get().service());
          threads
              .ui()
              .execute(
                  () -> {
                    if (engine.sessionProperty().get().equals(session)) {
                      bytes.set(answer);
                    }
                  });
        });
  }

  private static OptionalLong free(CacheService cache) {
    try {
      return cache.freeDiskBytes();
    } catch (EngineException e) {
      LOG.debug("what is free on the engine's disk is not known", e);
      return OptionalLong.empty();
    }
  }
}
