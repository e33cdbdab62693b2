package io.github.sandboxcache.domain.usage;

import java.util.Optional;

/**
 * How good a hit rate is. What counts is the whole percent in which it is shown, so that nobody
 * sees 90 % and not the grade of it.
 */
public enum HitRateGrade {
  GOOD(90),
  FAIR(Thresholds.LOW_HIT_RATE_PERCENT),
  /** Low enough to be pointed out. */
  LOW(50),
  /** Low as well: most lookups find nothing. */
  BAD(0);

  private final int leastPercent;

  HitRateGrade(int leastPercent) {
    this.leastPercent = leastPercent;
  }

  /** The grade of a rate; empty while nobody has asked. */
  public static Optional<HitRateGrade> of(HitCount count) {
    if (count.lookups() == 0) {
      return Optional.empty();
    }
    long percent = Math.round(count.ratePercent().orElse(0));
    for (HitRateGrade grade : values()) {
      if (percent >= grade.leastPercent) {
        return Optional.of(grade);
      }
    }
    return Optional.of(BAD);
  }

  /** Whether a rate is so low that it is pointed out. */
  public static boolean isLow(HitCount count) {
    return of(count).filter(grade -> grade.compareTo(FAIR) > 0).isPresent();
  }

  /** Whether there are lookups, but too few to say much about their rate. */
  public static boolean isThin(HitCount count) {
    return count.lookups() > 0 && count.lookups() < Thresholds.TELLING_LOOKUPS;
  }

  /** The least whole percent that has this grade. */
  public int leastPercent() {
    return leastPercent;
  }
}
