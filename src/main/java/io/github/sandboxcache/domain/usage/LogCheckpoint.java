package io.github.sandboxcache.domain.usage;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a log of the sandbox server has been read, and what was found in it so far.
 *
 * @param path the file as configured or found by a glob, absolute
 * @param file tells this file from another one that takes its path later; its reader's own words
 * @param offset bytes of it that are done with
 * @param memory what the reader must remember to go on exactly there; its own words, may be empty
 * @param linesRead whole lines seen, 0 or more
 * @param facts facts found in them that were new to the ledger
 * @param duplicates facts found in them that the ledger had already
 * @param skipped lines that claim to be of the package cache but cannot be understood, or are no
 *     legible text
 * @param lastRead when something new was last read, UTC; empty when nothing was yet
 */
public record LogCheckpoint(
    String path,
    String file,
    long offset,
    String memory,
    long linesRead,
    long facts,
    long duplicates,
    long skipped,
    Optional<Instant> lastRead) {
  /**
   * The same with more facts found.
   *
   * @param news how many of them were new to the ledger
   * @param known how many it had already
   */
  public LogCheckpoint withMore(int news, int known) {
    return new LogCheckpoint(
        path, file, offset, memory, linesRead, facts + news, duplicates + known, skipped, lastRead);
  }

  /** Whether both stand at the same place of the same file. */
  public boolean isWhere(LogCheckpoint other) {
    return path.equals(other.path)
        && file.equals(other.file)
        && offset == other.offset
        && memory.equals(other.memory);
  }
}
