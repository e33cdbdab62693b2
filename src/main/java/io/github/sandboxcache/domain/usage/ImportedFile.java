package io.github.sandboxcache.domain.usage;

import java.util.Map;

/**
 * What came of reading one log once.
 *
 * @param path the log as it was named
 * @param linesRead its lines, 0 or more; text behind the last line feed is one too
 * @param facts facts in it that were new to the ledger
 * @param skipped lines that could not be understood
 * @param duplicates facts in it that the ledger had already
 * @param skippedBecause how many of the skipped lines for which reason, in the order of the reasons
 */
public record ImportedFile(
    String path,
    long linesRead,
    long facts,
    long skipped,
    long duplicates,
    Map<SkipReason, Long> skippedBecause) {
  /** Sums up the reasons. */
  public ImportedFile(
      String path,
      long linesRead,
      long facts,
      long duplicates,
      Map<SkipReason, Long> skippedBecause) {
    this(path, linesRead, facts, SkipCounts.lines(skippedBecause), duplicates, skippedBecause);
  }

  /** Copies the reasons, so that the record never changes. */
  public ImportedFile {
    skippedBecause = SkipCounts.sum(skippedBecause, Map.of());
  }
}
