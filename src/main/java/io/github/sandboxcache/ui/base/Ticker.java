package io.github.sandboxcache.ui.base;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The time now as an observable value, for texts such as "4 s ago". FX thread only. */
public final class Ticker {
  private final Clock clock;
  private final ReadOnlyObjectWrapper<Instant> now;

  /** Stands still at that clock's time until it is started. */
  public Ticker(Clock clock) {
    this.clock = clock;
    this.now = new ReadOnlyObjectWrapper<>(clock.instant());
  }

  /** The time now, UTC. */
  public ReadOnlyObjectProperty<Instant> nowProperty() {
    return now.getReadOnlyProperty();
  }

  /** The time now, UTC. */
  public Instant now() {
    return now.get();
  }

  /** The clock it looks at. */
  public Clock clock() {
    return clock;
  }

  /** Looks at the clock. */
  public void tick() {
    now.set(clock.instant());
  }

  /**
   * Looks at the clock every second from now on.
   *
   * @param threads whose FX thread it looks on
   * @return stops it
   */
  public Runnable start(UiThreads threads) {
    // Not an animation of the toolkit's: while one runs, the toolkit works at every frame.
    ScheduledExecutorService seconds =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ticker").factory());
    var _ =
        seconds.scheduleAtFixedRate(() -> threads.ui().execute(this::tick), 1, 1, TimeUnit.SECONDS);
    return seconds::shutdownNow;
  }
}
