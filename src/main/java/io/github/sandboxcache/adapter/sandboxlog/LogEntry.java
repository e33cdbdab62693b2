package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A line of the package cache that counts. Its texts are untrusted.
 *
 * @param writer the process that wrote it
 * @param time when it was written, UTC
 * @param kind what happened
 * @param message its words
 * @param reference the image it is about
 * @param packages the packages as given, where told
 * @param duration how long it took, where told
 * @param reason why it failed, where told
 * @param words the texts of the line that are part of its identity, as they stand there
 */
record LogEntry(
    Writer writer,
    Instant time,
    FactKind kind,
    String message,
    CacheReference reference,
    Optional<List<String>> packages,
    Optional<Duration> duration,
    Optional<String> reason,
    List<String> words) {
  /** Copies the lists, so that the record never changes. */
  LogEntry {
    packages = packages.map(List::copyOf);
    words = List.copyOf(words);
  }

  /**
   * A process that writes a log.
   *
   * @param host the name of its machine or container, may be empty
   * @param pid its id there, may be empty
   */
  record Writer(String host, String pid) {
    /** The same number for the same writer, at any time. */
    long id() {
      return FactIdentity.of("writer", host, pid);
    }
  }

  /**
   * What tells this line from every other: the line itself, wherever it stands.
   *
   * @param ordinal how many lines before it say exactly the same and are still others, 0 or more
   */
  long identity(int ordinal) {
    List<String> parts = new ArrayList<>();
    parts.add("log");
    parts.add(writer.host());
    parts.add(writer.pid());
    parts.add(Long.toString(time.toEpochMilli()));
    parts.add(message);
    parts.addAll(words);
    parts.add(Integer.toString(ordinal));
    return FactIdentity.of(parts.toArray(String[]::new));
  }

  UsageFact toFact(FactSource source, long identity) {
    return new UsageFact(
        time,
        kind,
        reference,
        Optional.empty(),
        packages,
        duration,
        OptionalLong.empty(),
        source,
        identity,
        reason);
  }
}
