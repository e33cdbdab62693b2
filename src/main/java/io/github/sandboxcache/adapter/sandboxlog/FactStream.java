package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.SkipReason;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Takes lines of the sandbox server's log and gives facts, some thousand at a time. What a line is
 * is told by these rules, in this order:
 *
 * <ol>
 *   <li>A line with a NUL or with bytes that are not UTF-8 is skipped.
 *   <li>A line that does not {@linkplain Mentions mention} the package cache is not ours.
 *   <li>What a container engine {@linkplain PartialLines cut into several lines} is put together.
 *   <li>What stands in it is told by {@link LogText}.
 * </ol>
 *
 * <p>Not thread-safe.
 */
final class FactStream {
  /** So many facts are written at once. */
  static final int BATCH = 5_000;

  private final LegibleText legible = new LegibleText();
  private final InstantSource clock;
  private final FactSource source;
  private final Repeats repeats;
  private final PartialLines partials;
  private final Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
  private List<UsageFact> facts = new ArrayList<>();
  private long lines;

  /**
   * A stream that goes on behind other lines.
   *
   * @param repeats what is known of these lines
   * @param partials what was begun in them; changes with every line
   * @param clock no line is from long after its time
   */
  FactStream(FactSource source, Repeats repeats, PartialLines partials, InstantSource clock) {
    this.source = source;
    this.repeats = repeats;
    this.partials = partials;
    this.clock = clock;
  }

  /** Takes the line at which the reader stands. */
  void take(LineReader reader) {
    lines++;
    if (reader.isTooLong()) {
      skip(SkipReason.TOO_LONG);
      return;
    }
    take(parse(reader.bytes(), reader.from(), reader.to()));
  }

  /** Takes the line that is the beginning of those bytes, its end not included. */
  void take(byte[] bytes, int length) {
    lines++;
    if (length > LineReader.MAX_LINE_BYTES) {
      skip(SkipReason.TOO_LONG);
    } else {
      take(parse(bytes, 0, length));
    }
  }

  private void take(LogLine line) {
    for (LogEntry entry : line.entries()) {
      facts.add(entry.toFact(source, repeats.identityOf(entry)));
    }
    line.skipped().ifPresent(this::skip);
  }

  /** Tells what the line is that stands in those bytes, without its end. */
  LogLine parse(byte[] bytes, int from, int to) {
    if (!legible.isLegible(bytes, from, to)) {
      return LogLine.skipped(SkipReason.NO_TEXT);
    }
    if (partials.isEmpty() && !Mentions.areIn(bytes, from, to)) {
      return LogLine.NOT_OURS;
    }
    return PartialLines.Piece.of(bytes, from, to)
        .map(this::parse)
        .orElseGet(() -> LogText.read(bytes, from, to, clock.instant()));
  }

  private LogLine parse(PartialLines.Piece piece) {
    String text = partials.join(piece.stream(), piece.text());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    LogLine line = LogText.read(bytes, 0, bytes.length, clock.instant());
    boolean goesOn = !piece.isLast() && line.equals(LogLine.skipped(SkipReason.BROKEN));
    if (!goesOn) {
      return line;
    }
    return partials.keep(piece.stream(), text)
        ? LogLine.NOT_OURS
        : LogLine.skipped(SkipReason.TOO_LONG);
  }

  /** Says that no more lines come. */
  void end() {
    if (!partials.isEmpty()) {
      skip(SkipReason.BROKEN);
    }
  }

  private void skip(SkipReason reason) {
    skipped.merge(reason, 1L, Long::sum);
  }

  /** Whether there are enough facts for a batch. */
  boolean isFull() {
    return facts.size() >= BATCH;
  }

  /** The facts since the last call. */
  List<UsageFact> drain() {
    List<UsageFact> batch = facts;
    facts = new ArrayList<>();
    return batch;
  }

  /** Lines taken so far. */
  long lines() {
    return lines;
  }

  /** Lines so far that could not be understood, by reason. */
  Map<SkipReason, Long> skipped() {
    return Map.copyOf(skipped);
  }
}
