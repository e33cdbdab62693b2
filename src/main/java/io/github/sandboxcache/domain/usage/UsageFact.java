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
 * @param reason why it failed, in the words of whoever failed, where known; untrusted, {@value
 *     #MAX_REASON} characters at most
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
    long identity,
    Optional<String> reason) {
  /** How many characters of a reason are kept: its beginning. */
  public static final int MAX_REASON = 500;

  /**
   * Cuts the time to milliseconds and the reason to its greatest length, and copies the list, so
   * that the record never changes.
   */
  public UsageFact {
    time = time.truncatedTo(ChronoUnit.MILLIS);
    packages = packages.map(List::copyOf);
    reason = reason.map(UsageFact::cut);
  }

  /** A fact that has no reason, as most. */
  public UsageFact(
      Instant time,
      FactKind kind,
      CacheReference reference,
      Optional<String> imageId,
      Optional<List<String>> packages,
      Optional<Duration> duration,
      OptionalLong bytes,
      FactSource source,
      long identity) {
    this(
        time,
        kind,
        reference,
        imageId,
        packages,
        duration,
        bytes,
        source,
        identity,
        Optional.empty());
  }

  /** The beginning of foreign words, {@value #MAX_REASON} characters at most. */
  public static String cut(String reason) {
    if (reason.length() <= MAX_REASON) {
      return reason;
    }
    // Half of a character that takes two is none.
    int end =
        Character.isHighSurrogate(reason.charAt(MAX_REASON - 1)) ? MAX_REASON - 1 : MAX_REASON;
    return reason.substring(0, end);
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
    return with(Optional.of(id), packages, duration, bytes, reason);
  }

  /** The same, with those packages as given. */
  public UsageFact withPackages(List<String> asGiven) {
    return with(imageId, Optional.of(asGiven), duration, bytes, reason);
  }

  /** The same, having taken that long. */
  public UsageFact withDuration(Duration taken) {
    return with(imageId, packages, Optional.of(taken), bytes, reason);
  }

  /** The same, about so many bytes. */
  public UsageFact withBytes(OptionalLong count) {
    return with(imageId, packages, duration, count, reason);
  }

  /** The same, having failed for that reason. */
  public UsageFact withReason(String why) {
    return with(imageId, packages, duration, bytes, Optional.of(why));
  }

  private UsageFact with(
      Optional<String> image,
      Optional<List<String>> asGiven,
      Optional<Duration> taken,
      OptionalLong count,
      Optional<String> why) {
    return new UsageFact(
        time, kind, reference, image, asGiven, taken, count, source, identity, why);
  }
}
