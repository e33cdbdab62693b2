package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.LogCheckpoint;
import io.github.sandboxcache.domain.usage.LogCheckpoints;
import io.github.sandboxcache.domain.usage.SkipCounts;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;

/**
 * Reads what is new in one open file, from its checkpoint to its end. A line counts once it has its
 * end. What was read is written now and then, so that it need not be read again after a stop. Of a
 * file packed by gzip the text is read; where the packing breaks off, it may go on later. Not
 * thread-safe.
 */
final class LogReading {
  /** So many bytes are read between two looks at whether to go on; some milliseconds' work. */
  private static final long STEP = 1 << 20;

  /** At least so often it is written how far reading came. */
  private static final long WRITE_EVERY = 64 * STEP;

  private static final int BUFFER = 1 << 16;

  private final FileChannel file;
  private final LogCheckpoint begin;
  private final LogCheckpoints ledger;
  private final Clock clock;
  private final boolean isPacked;
  private final LogMemory memory;
  private final Repeats repeats;
  private final PartialLines partials;
  private Optional<LogCheckpoint> kept;
  private long looked;
  private long written;

  /**
   * A reading.
   *
   * @param known the checkpoint that the ledger has; empty for a file not known to it
   * @param begin the same, or the beginning of an unknown file
   * @param isPacked whether it is packed by gzip
   */
  LogReading(
      FileChannel file,
      Optional<LogCheckpoint> known,
      LogCheckpoint begin,
      boolean isPacked,
      LogCheckpoints ledger,
      Clock clock) {
    this.file = file;
    this.kept = known;
    this.begin = begin;
    this.isPacked = isPacked;
    this.memory = LogMemory.of(begin);
    this.repeats = Repeats.of(memory.repeats());
    this.partials = PartialLines.of(memory.partials());
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
    LogMemory.Mark asFound = LogMemory.Mark.of(file, file.size());
    LineReader lines = lines();
    FactStream facts = new FactStream(FactSource.log(begin.path()), repeats, partials, clock);
    while (next(lines)) {
      facts.take(lines);
      boolean stop = isToStop(lines.done(), goOn);
      if ((stop || facts.isFull() || lines.done() - written >= WRITE_EVERY)
          && (!write(lines, facts, asFound, false) || stop)) {
        return false;
      }
    }
    return (lines.done() == written && !isPacked) || write(lines, facts, asFound, true);
  }

  private LineReader lines() throws IOException {
    if (!isPacked) {
      return new LineReader(
          Channels.newInputStream(file.position(begin.offset())),
          FirstBytes.of(file).charset(),
          memory.insideLongLine());
    }
    InputStream text =
        new BufferedInputStream(
            new GZIPInputStream(Channels.newInputStream(file.position(0)), BUFFER), BUFFER);
    Charset charset = FirstBytes.of(text).charset();
    text.skipNBytes(memory.unpacked());
    return new LineReader(text, charset, memory.insideLongLine());
  }

  private boolean next(LineReader lines) throws IOException {
    try {
      return lines.next();
    } catch (EOFException e) {
      if (isPacked) {
        return false;
      }
      throw e;
    }
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
   * @param isAll whether there is no more
   * @return false when somebody else did, or when the file was cut short under our hands: then
   *     nobody knows what was read, and it is read again
   */
  private boolean write(LineReader lines, FactStream facts, LogMemory.Mark asFound, boolean isAll)
      throws IOException {
    long offset =
        isPacked
            ? (isAll ? asFound.offset() : asFound.offset() - 1)
            : begin.offset() + lines.done();
    LogMemory.Mark mark = LogMemory.Mark.of(file, offset);
    if (!asFound.fits(file)) {
      return false;
    }
    LogCheckpoint before = kept.orElse(begin);
    LogCheckpoint after =
        new LogCheckpoint(
            begin.path(),
            begin.file(),
            offset,
            new LogMemory(
                    mark,
                    lines.isInsideLongLine(),
                    repeats.toText(),
                    partials.toText(),
                    isPacked ? memory.unpacked() + lines.done() : 0,
                    SkipCounts.sum(memory.skipped(), facts.skipped()))
                .toText(),
            begin.linesRead() + facts.lines(),
            before.facts(),
            before.duplicates(),
            begin.skipped() + SkipCounts.lines(facts.skipped()),
            Optional.of(clock.instant()));
    kept = ledger.advance(facts.drain(), kept, after);
    written = lines.done();
    return kept.isPresent();
  }
}
