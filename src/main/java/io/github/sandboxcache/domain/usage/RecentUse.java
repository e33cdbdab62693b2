package io.github.sandboxcache.domain.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an image has been good for lately.
 *
 * @param hits its hits in the last {@link #RECENT}
 * @param weightedHits its hits of all time, each worth half after every {@link #HALF_LIFE} that has
 *     passed since
 * @param lastUsed when it was last hit, used or installed, at any time, UTC; empty when no use is
 *     recorded
 * @param installTime the median time that its installs took, else that of its language; empty when
 *     neither is known
 */
public record RecentUse(
    long hits, double weightedHits, Optional<Instant> lastUsed, Optional<Duration> installTime) {
  /** What counts as lately. */
  public static final Duration RECENT = Duration.ofDays(30);

  /** After so long, a hit says half as much about those to come. */
  public static final Duration HALF_LIFE = Duration.ofDays(14);

  /** Of an image that no fact is about and of whose language no install time is known. */
  public static final RecentUse NONE = new RecentUse(0, 0, Optional.empty(), Optional.empty());

  /**
   * How many hits one hit that long ago is worth now, 0 to 1.
   *
   * @param age how long ago; what lies ahead counts as now
   */
  public static double weight(Duration age) {
    return age.isNegative() ? 1 : Math.pow(0.5, (double) age.toSeconds() / HALF_LIFE.toSeconds());
  }

  /**
   * The hits to be expected in as long as counts as lately, if things go on as they did: so many a
   * day as give these weighted hits.
   *
   * @param weightedHits see above
   */
  public static double expected(double weightedHits) {
    return weightedHits * Math.log(2) * RECENT.toMillis() / HALF_LIFE.toMillis();
  }
}
