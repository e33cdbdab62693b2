package io.github.sandboxcache.ui.model;

import java.time.Clock;
import java.time.Instant;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

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
   * @return stops it
   */
  public Runnable start() {
    Timeline timeline = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
    timeline.setCycleCount(Animation.INDEFINITE);
    timeline.play();
    return timeline::stop;
  }
}
