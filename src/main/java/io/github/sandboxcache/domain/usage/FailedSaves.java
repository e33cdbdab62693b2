package io.github.sandboxcache.domain.usage;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How often the sandbox installed packages and could not save them as an image, in a range of time.
 *
 * @param counts how often, by the image that it would have been, each 1 or more
 * @param lastAt when the newest of them was, UTC; empty without any, and where single facts are not
 *     kept any more
 * @param reason why the newest of them failed, in the words of whoever failed, where known;
 *     untrusted, {@value UsageFact#MAX_REASON} characters at most
 * @param savedSince whether the sandbox saved an image after the newest of them, so that it can
 */
public record FailedSaves(
    Map<CacheReference, Long> counts,
    Optional<Instant> lastAt,
    Optional<String> reason,
    boolean savedSince) {
  private static final List<String> REFUSALS =
      List.of("invalid tag format", "invalid reference format");

  /** No save failed. */
  public static final FailedSaves NONE =
      new FailedSaves(Map.of(), Optional.empty(), Optional.empty(), false);

  /** Copies the map, so that the record never changes. */
  public FailedSaves {
    counts = Map.copyOf(counts);
  }

  /** How many saves failed. */
  public long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
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
    Map<CacheReference, Long> missing = new HashMap<>(counts);
    missing.keySet().removeAll(there);
    return missing.isEmpty() ? NONE : new FailedSaves(missing, lastAt, reason, savedSince);
  }
}
