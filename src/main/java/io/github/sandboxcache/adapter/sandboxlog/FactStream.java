package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.SkipReason;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Takes lines and gives facts, some thousand at a time. Not thread-safe. */
final class FactStream {
  /** So many facts are written at once. */
  static final int BATCH = 5_000;

  private final LogLineParser parser;
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
   * @param partials what was begun in them
   */
  FactStream(FactSource source, Repeats repeats, PartialLines partials, InstantSource clock) {
    this.parser = new LogLineParser(partials, clock);
    this.source = source;
    this.repeats = repeats;
    this.partials = partials;
  }

  /** Takes the line at which the reader stands. */
  void take(LineReader reader) {
    lines++;
    if (reader.isTooLong()) {
      skip(SkipReason.TOO_LONG);
      return;
    }
    LogLine line = parser.parse(reader.bytes(), reader.from(), reader.to());
    for (LogEntry entry : line.entries()) {
      facts.add(entry.toFact(source, repeats.identityOf(entry)));
    }
    line.skipped().ifPresent(this::skip);
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
