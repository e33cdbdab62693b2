package io.github.sandboxcache.domain.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The ranges of time between which the window switches. */
public enum UsageRange {
  DAY(Duration.ofHours(24)),
  WEEK(Duration.ofDays(7)),
  MONTH(Duration.ofDays(30)),
  /** Everything there is. */
  ALL(Duration.ZERO);

  private final Duration span;

  UsageRange(Duration span) {
    this.span = span;
  }

  /** The range that ends now, its beginning included. */
  public TimeRange endingAt(Instant now) {
    return this == ALL ? TimeRange.ALL : TimeRange.since(now.minus(span));
  }

  /**
   * The range just as long that ended where another begins; all time has none before it.
   *
   * @param shown made by {@link #endingAt}
   */
  public Optional<TimeRange> before(TimeRange shown) {
    return shown.since().map(since -> TimeRange.between(since.minus(span), since));
  }

  /** How finely its lookups are counted over time. */
  public Resolution resolution() {
    return this == ALL ? Resolution.DAY : Resolution.HOUR;
  }

  /** How finely lookups are counted over time. */
  public enum Resolution {
    /** By hours of UTC. */
    HOUR,
    /** By days of UTC; the finest there is for facts older than the retention. */
    DAY
  }
}
