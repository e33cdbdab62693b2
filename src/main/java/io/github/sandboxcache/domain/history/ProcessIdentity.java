package io.github.sandboxcache.domain.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Which process it is: systems give a pid to another process once its first one is gone.
 *
 * @param pid its number
 * @param started when it started, UTC, in whole milliseconds; empty where the system does not say
 */
public record ProcessIdentity(long pid, Optional<Instant> started) {
  /** Systems work the start out from the time since they started, and clocks are corrected. */
  private static final Duration TOLERANCE = Duration.ofSeconds(10);

  /** Cuts the time to milliseconds. */
  public ProcessIdentity {
    started = started.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
  }

  /** The process that this runs in. */
  public static ProcessIdentity current() {
    return of(ProcessHandle.current());
  }

  private static ProcessIdentity of(ProcessHandle process) {
    return new ProcessIdentity(process.pid(), process.info().startInstant());
  }

  /** Whether that process runs now, as far as this user is told. */
  public boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> startedLike(of(process)))
        .isPresent();
  }

  private boolean startedLike(ProcessIdentity other) {
    return started.isEmpty()
        || other.started.isEmpty()
        || Duration.between(started.get(), other.started.get()).abs().compareTo(TOLERANCE) < 0;
  }
}
