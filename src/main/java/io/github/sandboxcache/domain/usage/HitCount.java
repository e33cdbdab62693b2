package io.github.sandboxcache.domain.usage;

import java.util.OptionalDouble;

/**
 * How often the cache was asked and how often it had the answer.
 *
 * @param hits lookups that found their image, 0 or more
 * @param misses lookups that did not, 0 or more
 */
public record HitCount(long hits, long misses) {
  public static final HitCount NONE = new HitCount(0, 0);

  /** One lookup more. */
  public HitCount plus(boolean hit) {
    return hit ? new HitCount(hits + 1, misses) : new HitCount(hits, misses + 1);
  }

  /** Both together. */
  public HitCount plus(HitCount other) {
    return new HitCount(hits + other.hits, misses + other.misses);
  }

  /** All lookups. */
  public long lookups() {
    return hits + misses;
  }

  /** Hits in percent of all lookups, 0 to 100; empty while nobody has asked. */
  public OptionalDouble ratePercent() {
    return lookups() == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * hits / lookups());
  }

  /** Whether that is so little that it needs a look; not while nobody has asked. */
  public boolean isLow() {
    return isLow(ratePercent());
  }

  /**
   * The same of a hit rate.
   *
   * @param ratePercent 0 to 100; empty while nobody has asked
   */
  public static boolean isLow(OptionalDouble ratePercent) {
    return ratePercent.isPresent() && ratePercent.getAsDouble() < Thresholds.LOW_HIT_RATE_PERCENT;
  }
}
