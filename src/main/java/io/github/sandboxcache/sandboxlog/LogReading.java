package io.github.sandboxcache.sandboxlog;

import io.github.sandboxcache.usage.FactSource;
import io.github.sandboxcache.usage.LogCheckpoint;
import io.github.sandboxcache.usage.LogCheckpoints;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Reads what is new in one open file, from its checkpoint to its end. A line counts once it has its
 * end. What was read is written now and then, so that it need not be read again after a stop. Not
 * thread-safe.
 */
final class LogReading {
  /** So many bytes are read between two looks at whether to go on; some milliseconds' work. */
  private static final long STEP = 1 << 20;

  /** At least so often it is written how far reading came. */
  private static final long WRITE_EVERY = 64 * STEP;

  private final FileChannel file;
  private final LogCheckpoint begin;
  private final LogCheckpoints ledger;
  private final Clock clock;
  private Optional<LogCheckpoint> kept;
  private long looked;

  /**
   * A reading.
   *
   * @param known the checkpoint that the ledger has; empty for a file not known to it
   * @param begin the same, or the beginning of an unknown file
   */
  LogReading(
      FileChannel file,
      Optional<LogCheckpoint> known,
      LogCheckpoint begin,
      LogCheckpoints ledger,
      Clock clock) {
    this.file = file;
    this.kept = known;
    this.begin = begin;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Reads and writes.
   *
   * @param goOn asked every few milliseconds
   * @return whether it came to the file's end; otherwise somebody must read on
   */
  boolean run(BooleanSupplier goOn) throws IOException {
    long start = begin.offset();
    if (file.size() <= start) {
      return true;
    }
    LogMark asFound = LogMark.of(file, file.size());
    LogMemory memory = LogMemory.of(begin);
    LineReader lines =
        new LineReader(Channels.newInputStream(file.position(start)), memory.insideLongLine());
    FactStream facts =
        new FactStream(FactSource.log(begin.path()), Repeats.of(memory.repeats()), clock);
    while (lines.next()) {
      facts.take(lines);
      boolean stop = isToStop(lines.done(), goOn);
      long unwritten = start + lines.done() - kept.orElse(begin).offset();
      if ((stop || facts.isFull() || unwritten >= WRITE_EVERY)
          && (!write(lines, facts, asFound) || stop)) {
        return false;
      }
    }
    return start + lines.done() == kept.orElse(begin).offset() || write(lines, facts, asFound);
  }

  private boolean isToStop(long done, BooleanSupplier goOn) {
    if (done - looked < STEP) {
      return false;
    }
    looked = done;
    return !goOn.getAsBoolean();
  }

  /**
   * Writes what was read.
   *
   * @return false when somebody else did, or when the file was cut short under our hands: then
   *     nobody knows what was read, and it is read again
   */
  private boolean write(LineReader lines, FactStream facts, LogMark asFound) throws IOException {
    long offset = begin.offset() + lines.done();
    LogMark mark = LogMark.of(file, offset);
    if (!asFound.fits(file)) {
      return false;
    }
    LogCheckpoint before = kept.orElse(begin);
    LogCheckpoint after =
        new LogCheckpoint(
            begin.path(),
            begin.file(),
            offset,
            new LogMemory(mark, lines.isInsideLongLine(), facts.memory()).toText(),
            begin.linesRead() + facts.lines(),
            before.facts(),
            before.duplicates(),
            begin.skipped() + facts.skipped(),
            Optional.of(clock.instant()));
    Optional<LogCheckpoint> written = ledger.advance(facts.drain(), kept, after);
    kept = written;
    return written.isPresent();
  }
}
