package io.github.sandboxcache.domain.usage;

import io.github.sandboxcache.domain.cache.CacheReference;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One thing that happened to a set of packages.
 *
 * @param time when, UTC, in whole milliseconds
 * @param kind what
 * @param reference the image it is about, which need not exist
 * @param imageId the engine's id of that image at that time, where known
 * @param packages the packages as given, where known
 * @param duration how long it took, where known; 0 ms or more
 * @param bytes how large the image was, or what its removal freed, where known; 0 or more
 * @param source where it is known from
 * @param identity tells it from every other fact, see {@link FactIdentity}
 */
public record UsageFact(
    Instant time,
    FactKind kind,
    CacheReference reference,
    Optional<String> imageId,
    Optional<List<String>> packages,
    Optional<Duration> duration,
    OptionalLong bytes,
    FactSource source,
    long identity) {
  /** Cuts the time to milliseconds and copies the list, so that the record never changes. */
  public UsageFact {
    time = time.truncatedTo(ChronoUnit.MILLIS);
    packages = packages.map(List::copyOf);
  }

  /** A fact of which only the necessary is known. */
  public static UsageFact of(
      Instant time, FactKind kind, CacheReference reference, FactSource source, long identity) {
    return new UsageFact(
        time,
        kind,
        reference,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        source,
        identity);
  }

  /** The same, about the image of that id. */
  public UsageFact withImageId(String id) {
    return new UsageFact(
        time, kind, reference, Optional.of(id), packages, duration, bytes, source, identity);
  }

  /** The same, with those packages as given. */
  public UsageFact withPackages(List<String> asGiven) {
    return new UsageFact(
        time, kind, reference, imageId, Optional.of(asGiven), duration, bytes, source, identity);
  }

  /** The same, having taken that long. */
  public UsageFact withDuration(Duration taken) {
    return new UsageFact(
        time, kind, reference, imageId, packages, Optional.of(taken), bytes, source, identity);
  }

  /** The same, about so many bytes. */
  public UsageFact withBytes(OptionalLong count) {
    return new UsageFact(
        time, kind, reference, imageId, packages, duration, count, source, identity);
  }
}
