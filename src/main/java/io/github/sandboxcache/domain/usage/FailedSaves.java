package io.github.sandboxcache.domain.usage;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How often the sandbox installed packages and did not save them as an image, in a range of time.
 *
 * @param counts how often it is known to have failed, by the image that it would have been, each 1
 *     or more
 * @param unexplained how often an image was missed with nothing after it: no hit, no install, no
 *     failure; by image, each 1 or more. Only what single facts are kept of
 * @param lastAt when the newest of both was, UTC; empty without any, and where single facts are not
 *     kept any more
 * @param reason why the newest save failed that is known to have failed, in the words of whoever
 *     failed, where known; untrusted, {@value UsageFact#MAX_REASON} characters at most
 * @param savedSince whether the sandbox saved an image after the newest of them, so that it can
 */
public record FailedSaves(
    Map<CacheReference, Long> counts,
    Map<CacheReference, Long> unexplained,
    Optional<Instant> lastAt,
    Optional<String> reason,
    boolean savedSince) {
  private static final List<String> REFUSALS =
      List.of("invalid tag format", "invalid reference format");

  /** So long an image may be on its way after it was missed. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  /** No save failed. */
  public static final FailedSaves NONE =
      new FailedSaves(Map.of(), Map.of(), Optional.empty(), Optional.empty(), false);

  /** Copies the map, so that the record never changes. */
  public FailedSaves {
    counts = Map.copyOf(counts);
    unexplained = Map.copyOf(unexplained);
  }

  /** How many saves failed, as far as that was told. */
  public long count() {
    return sum(counts);
  }

  /** How many misses nothing follows. */
  public long unexplainedCount() {
    return sum(unexplained);
  }

  private static long sum(Map<CacheReference, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether there is none of both. */
  public boolean isEmpty() {
    return counts.isEmpty() && unexplained.isEmpty();
  }

  /** The images of both. */
  public Set<CacheReference> references() {
    Set<CacheReference> all = new HashSet<>(counts.keySet());
    all.addAll(unexplained.keySet());
    return Set.copyOf(all);
  }

  /** The same by language; those without any are absent. */
  public Map<Language, Long> byLanguage() {
    Map<Language, Long> sums = new HashMap<>();
    counts.forEach((reference, count) -> sums.merge(reference.language(), count, Long::sum));
    return Map.copyOf(sums);
  }

  /**
   * Whether the engine did not accept the name, as where a sandbox puts all of it into the tag; a
   * newer sandbox may do better.
   */
  public boolean isNameRefused() {
    return reason
        .map(words -> words.toLowerCase(Locale.ROOT))
        .filter(words -> REFUSALS.stream().anyMatch(words::contains))
        .isPresent();
  }

  /** Those of them whose image is not there now, whoever else made it. */
  public FailedSaves without(Collection<CacheReference> there) {
    FailedSaves missing =
        new FailedSaves(
            without(counts, there), without(unexplained, there), lastAt, reason, savedSince);
    return missing.isEmpty() ? NONE : missing;
  }

  /** All that are known to have failed, and of the rest those whose image is not there now. */
  public FailedSaves explainedBy(Collection<CacheReference> there) {
    return new FailedSaves(counts, without(unexplained, there), lastAt, reason, savedSince);
  }

  private static Map<CacheReference, Long> without(
      Map<CacheReference, Long> counts, Collection<CacheReference> there) {
    Map<CacheReference, Long> missing = new HashMap<>(counts);
    there.forEach(missing::remove);
    return missing;
  }
}
