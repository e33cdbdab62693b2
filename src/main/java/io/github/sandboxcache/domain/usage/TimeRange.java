package io.github.sandboxcache.domain.usage;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time.
 *
 * @param since the first instant in it, UTC; empty for one without beginning
 * @param until the first instant after it, UTC; empty for one without end
 */
public record TimeRange(Optional<Instant> since, Optional<Instant> until) {
  /** From the beginning of time to its end. */
  public static final TimeRange ALL = new TimeRange(Optional.empty(), Optional.empty());

  /** Everything from then on. */
  public static TimeRange since(Instant begin) {
    return new TimeRange(Optional.of(begin), Optional.empty());
  }

  /** From one instant up to, but without, another. */
  public static TimeRange between(Instant begin, Instant end) {
    return new TimeRange(Optional.of(begin), Optional.of(end));
  }

  /** Whether everything lies in it. */
  public boolean isAll() {
    return since.isEmpty() && until.isEmpty();
  }

  /** Whether that instant lies in it. */
  public boolean contains(Instant time) {
    return since.filter(time::isBefore).isEmpty()
        && until.filter(end -> !time.isBefore(end)).isEmpty();
  }
}
