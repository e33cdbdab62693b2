package io.github.sandboxcache.sandboxlog;

/** What one line of a log is to the ledger. */
sealed interface LogLine {
  /** A line that has nothing to do with the package cache. */
  LogLine NOT_OURS = new NotOurs();

  /**
   * The package cache tells of something that counts.
   *
   * @param entry what it tells
   */
  record Fact(LogEntry entry) implements LogLine {}

  /** Other text: JSON-RPC, other components, messages that do not count. */
  record NotOurs() implements LogLine {}

  /**
   * A line that cannot be understood.
   *
   * @param reason why
   */
  record Skipped(Reason reason) implements LogLine {}

  /** Why a line cannot be understood. */
  enum Reason {
    /** It has bytes that are not UTF-8, or a NUL. */
    NO_TEXT,
    /** It is longer than {@link LineReader#MAX_LINE_BYTES}. */
    TOO_LONG,
    /** It names the package cache, but no JSON object ends where it ends. */
    BROKEN,
    /** It is the package cache's, but lacks what its message should tell, or tells nonsense. */
    SENSELESS
  }
}
