package io.github.sandboxcache.domain.usage;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ledger as it stands there.
 *
 * @param place its file
 * @param health whether it can be used
 * @param bytes what it and the changes beside it take, 0 or more
 * @param setAside damaged or foreign files that stood in its place once
 * @param told what it tells; empty unless it is whole
 */
public record LedgerLook(
    Path place, Health health, long bytes, List<Path> setAside, Optional<Told> told) {
  /** Copies the list, so that the record never changes. */
  public LedgerLook {
    setAside = List.copyOf(setAside);
  }

  /** Whether a ledger can be used. */
  public sealed interface Health {
    /** There is none yet. */
    record Absent() implements Health {}

    /** It is as it was written. */
    record Whole() implements Health {}

    /** An older version wrote it; its next use brings it up to this one. */
    record Older() implements Health {}

    /** Its last writer was ended; its next use takes in what stands beside it. */
    record Unmerged() implements Health {}

    /** It cannot be used. */
    record Unusable(UsageLedgerException why) implements Health {}
  }

  /**
   * What it tells.
   *
   * @param saves the saves that failed in the time asked for
   * @param lastLookup when the newest hit or miss was, UTC; empty without any
   * @param logs what was found in each log, by path
   */
  public record Told(FailedSaves saves, Optional<Instant> lastLookup, Map<String, LogTold> logs) {
    /** Copies the map, so that the record never changes. */
    public Told {
      logs = Map.copyOf(logs);
    }
  }

  /**
   * What was found in one log.
   *
   * @param events facts in it, 0 or more, also those that another log had told already
   * @param last when the newest that it was the first to tell was, UTC; empty without any
   */
  public record LogTold(long events, Optional<Instant> last) {}
}
