package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.usage.SkipReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one line of a log is to the ledger. Most are nothing: JSON-RPC, other components, messages
 * that do not count.
 *
 * @param entries what the package cache tells in it that counts, in its order
 * @param skipped why something in it cannot be understood; of several reasons the first
 */
record LogLine(List<LogEntry> entries, Optional<SkipReason> skipped) {
  /** A line that tells nothing. */
  static final LogLine NOT_OURS = new LogLine(List.of(), Optional.empty());

  /** Copies the list, so that the record never changes. */
  LogLine {
    entries = List.copyOf(entries);
  }

  /** What two texts of one line come to. */
  LogLine and(LogLine next) {
    if (equals(NOT_OURS)) {
      return next;
    }
    List<LogEntry> all = new ArrayList<>(entries);
    all.addAll(next.entries);
    return new LogLine(all, skipped.or(next::skipped));
  }

  /** A line of which nothing can be understood. */
  static LogLine skipped(SkipReason reason) {
    return new LogLine(List.of(), Optional.of(reason));
  }
}
