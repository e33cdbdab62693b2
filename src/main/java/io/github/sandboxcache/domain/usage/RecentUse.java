package io.github.sandboxcache.domain.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an image has been good for lately.
 *
 * @param hits its hits in the last {@link #RECENT}
 * @param lookups its lookups of all time, weighted by their age: also those that missed, for had
 *     the image been there, they would have been hits
 * @param lastUsed when it was last hit, used or installed, at any time, UTC; empty when no use is
 *     recorded
 * @param installTime the median time that its installs took, else that of its language; empty when
 *     neither is known
 */
public record RecentUse(
    long hits, Weighted lookups, Optional<Instant> lastUsed, Optional<Duration> installTime) {
  /** What counts as lately. */
  public static final Duration RECENT = Duration.ofDays(30);

  private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();
  private static final double SLOW_HALF_LIFE_DAYS = 14;
  private static final double FAST_HALF_LIFE_DAYS = 1;

  /** So long after its last use an image that is used all the time may be used again. */
  private static final double SHORTEST_PAUSE_DAYS = 1 / 24.0;

  /** Of an image that no fact is about and of whose language no install time is known. */
  public static final RecentUse NONE =
      new RecentUse(0, Weighted.NONE, Optional.empty(), Optional.empty());

  boolean saysTheSameAs(RecentUse other) {
    return hits == other.hits
        && lastUsed.equals(other.lastUsed)
        && installTime.equals(other.installTime);
  }

  /**
   * Lookups by what they say about those to come: each is worth half after every two weeks, for
   * habits, and half after every day, for what is just now in use.
   *
   * @param slow the sum by the first measure
   * @param fast the sum by the second
   */
  public record Weighted(double slow, double fast) {
    /** Without any. */
    public static final Weighted NONE = new Weighted(0, 0);

    /**
     * So many lookups that long ago.
     *
     * @param age what lies ahead counts as now
     */
    public static Weighted of(long count, Duration age) {
      double days = Math.max(0, age.toSeconds() / DAY_SECONDS);
      return new Weighted(
          count * Math.pow(0.5, days / SLOW_HALF_LIFE_DAYS),
          count * Math.pow(0.5, days / FAST_HALF_LIFE_DAYS));
    }

    /** Both together. */
    public Weighted plus(Weighted other) {
      return new Weighted(slow + other.slow, fast + other.fast);
    }

    /**
     * The lookups to be expected in as long as counts as lately: at the faster of both paces, but
     * at none faster than one in as long as the image has not been used now.
     *
     * @param idle how long it has not been used
     */
    public double expected(Duration idle) {
      double pace = Math.log(2) * Math.max(slow / SLOW_HALF_LIFE_DAYS, fast / FAST_HALF_LIFE_DAYS);
      double pause = Math.max(0, idle.toSeconds() / DAY_SECONDS) + SHORTEST_PAUSE_DAYS;
      return RECENT.toDays() * Math.min(pace, 1 / pause);
    }
  }
}
