package io.github.sandboxcache.domain.usage;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How it stands with one log that is followed.
 *
 * @param pattern the path or glob of the settings by which it is followed
 * @param path the log, or the pattern that means no file yet; untrusted
 * @param linesRead whole lines seen in it so far, 0 or more, over all files that had its name
 * @param facts facts found in them, 0 or more, also those that another log had told already
 * @param skipped lines that could not be understood
 * @param skippedBecause how many of these for which reason, in the order of the reasons; fewer than
 *     all where an earlier version read them, which did not keep the reasons
 * @param lastRead when something new was last read, UTC; empty when nothing was yet
 * @param problem why it is not read now, where that is so
 */
public record FollowedLogState(
    String pattern,
    String path,
    long linesRead,
    long facts,
    long skipped,
    Map<SkipReason, Long> skippedBecause,
    Optional<Instant> lastRead,
    Optional<Problem> problem) {
  /** Copies the reasons, so that the record never changes. */
  public FollowedLogState {
    skippedBecause = SkipCounts.sum(skippedBecause, Map.of());
  }

  /** Why a log is not read. */
  public enum Problem {
    /** No such file yet; it is looked for again. */
    ABSENT,
    /** The system does not let it be read; it is tried again. */
    UNREADABLE,
    /** It is packed, so it does not grow; an import reads it. */
    PACKED,
    /** The pattern is neither absolute nor begins with {@code ~/}, or is none at all. */
    NOT_VALID
  }
}
