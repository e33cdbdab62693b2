package io.github.sandboxcache.ui.tasks;

import java.time.Clock;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/**
 * Brings the activity up to date at a steady pace while there is something to follow. However many
 * lines tasks write, the window changes no more often than this.
 */
public final class TaskPulse {
  private static final Duration INTERVAL = Duration.millis(50);

  private final Timeline timeline;

  private final ActivityModel activity;

  /** A pulse that has not started. */
  public TaskPulse(ActivityModel activity, Clock clock) {
    this.activity = activity;
    timeline = new Timeline(new KeyFrame(INTERVAL, _ -> activity.refresh(clock.instant())));
    timeline.setCycleCount(Animation.INDEFINITE);
  }

  /** From now on beats whenever there is something to follow, and rests otherwise. */
  public void start() {
    activity.busyProperty().subscribe(this::run);
  }

  private void run(boolean busy) {
    if (busy) {
      timeline.play();
    } else {
      timeline.stop();
    }
  }
}
