package io.github.sandboxcache.sandboxlog;

import io.github.sandboxcache.usage.FactSource;
import io.github.sandboxcache.usage.UsageFact;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Takes lines and gives facts, some thousand at a time. Not thread-safe. */
final class FactStream {
  /** So many facts are written at once. */
  static final int BATCH = 5_000;

  private final LogLineParser parser;
  private final FactSource source;
  private final Repeats repeats;
  private List<UsageFact> facts = new ArrayList<>();
  private long lines;
  private long skipped;

  FactStream(FactSource source, Repeats repeats, InstantSource clock) {
    this.parser = new LogLineParser(clock);
    this.source = source;
    this.repeats = repeats;
  }

  /** Takes the line at which the reader stands. */
  void take(LineReader reader) {
    lines++;
    if (reader.isTooLong()) {
      skipped++;
      return;
    }
    switch (parser.parse(reader.bytes(), reader.from(), reader.to())) {
      case LogLine.Fact(LogEntry entry) ->
          facts.add(entry.toFact(source, repeats.identityOf(entry)));
      case LogLine.Skipped _ -> skipped++;
      case LogLine.NotOurs _ -> {}
    }
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

  /** Lines so far that could not be understood. */
  long skipped() {
    return skipped;
  }

  /** What must be remembered to go on after the last line. */
  String memory() {
    return repeats.toText();
  }
}
