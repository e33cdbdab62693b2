package io.github.sandboxcache.domain.usage;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether something is worth the disk it takes.
 *
 * @param verdict that in a word
 * @param weekly what it saves per gigabyte, brought to a week
 */
public record Worth(Verdict verdict, SavedPerGb weekly) {
  /** Where uses or bytes are not known, or not for long enough. */
  public static final Worth UNKNOWN = new Worth(Verdict.UNKNOWN, SavedPerGb.UNKNOWN);

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MIN_SPAN = Duration.ofDays(1);

  /** What can be said of it, the best first. */
  public enum Verdict {
    WORTH_IT,
    FAIR,
    POOR,
    /** No hit at all. */
    UNUSED,
    /** Nothing can be said. */
    UNKNOWN
  }

  /**
   * Judges.
   *
   * @param saved the time that hits saved in all that time, 0 without a hit; empty when not known
   * @param watched for how long hits were counted; less than a day counts as a day, for nothing can
   *     be concluded from some hours
   * @param bytes what it takes, 0 or more; empty when not known
   */
  public static Worth of(Optional<Duration> saved, Duration watched, OptionalLong bytes) {
    if (saved.filter(Duration::isZero).isPresent()) {
      return watched.compareTo(Thresholds.LONG_ENOUGH) < 0
          ? UNKNOWN
          : new Worth(Verdict.UNUSED, SavedPerGb.of(saved, bytes));
    }
    Duration span = watched.compareTo(MIN_SPAN) < 0 ? MIN_SPAN : watched;
    SavedPerGb weekly = SavedPerGb.of(saved, bytes).per(WEEK, span);
    return weekly.seconds().isEmpty() ? UNKNOWN : new Worth(verdict(weekly), weekly);
  }

  private static Verdict verdict(SavedPerGb weekly) {
    if (weekly.isAtLeast(Thresholds.WORTH_IT)) {
      return Verdict.WORTH_IT;
    }
    return weekly.isAtLeast(Thresholds.FAIR) ? Verdict.FAIR : Verdict.POOR;
  }
}
