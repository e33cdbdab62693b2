package io.github.sandboxcache.service;

import java.time.Duration;
import java.time.Instant;

/**
 * How a live catalog spends its time.
 *
 * @param gatherEvents how long events are gathered into one update
 * @param reconnect the pause before a lost connection is tried again
 * @param shortestListPause the least time between two full lists nobody asked for
 * @param headStart how long the first rows are left alone to be painted: what is remembered before
 *     the engine is listed, and a very first list before its layers are asked for
 */
public record LiveTimings(
    Duration gatherEvents, Duration reconnect, Duration shortestListPause, Duration headStart) {
  /** Changes show well within a second, and an idle app costs next to nothing. */
  public static final LiveTimings DEFAULT =
      new LiveTimings(
          Duration.ofMillis(150),
          Duration.ofSeconds(2),
          Duration.ofMinutes(5),
          Duration.ofMillis(600));

  /** An engine that takes long to list is asked less often: below two percent of its time. */
  private static final int LIST_DURATIONS_BETWEEN = 60;

  Duration untilNextList(Instant begin, Instant end) {
    Duration pause = Duration.between(begin, end).multipliedBy(LIST_DURATIONS_BETWEEN);
    return pause.compareTo(shortestListPause) > 0 ? pause : shortestListPause;
  }
}
