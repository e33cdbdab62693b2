package io.github.sandboxcache.sandboxlog;

/**
 * What came of reading one log once.
 *
 * @param path the log as it was named
 * @param linesRead its lines, 0 or more; text behind the last line feed is one too
 * @param facts facts in it that were new to the ledger
 * @param skipped lines that could not be understood
 * @param duplicates facts in it that the ledger had already
 */
public record ImportedFile(
    String path, long linesRead, long facts, long skipped, long duplicates) {}
