package io.github.sandboxcache.domain.usage;

import io.github.sandboxcache.domain.cache.CacheReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A set of packages that sandboxes looked for lately and did not find then.
 *
 * @param reference the image that it would be
 * @param packages its packages as given; empty when nobody told them
 * @param misses how often it was missed, 1 or more
 * @param waited how long sandboxes waited for their own installs instead: the misses times the mean
 *     install that followed, else the usual one; empty when neither is known
 * @param installTime the median time of its installs, else of its language; empty when neither is
 *     known
 * @param bytes how large its image was when it was last made or removed, base image included, 0 or
 *     more; empty when not known
 * @param lastMissed when it was last missed, UTC; the beginning of that day where single facts are
 *     not kept any more
 * @param failures how many installs of it failed in that time since one last worked, 0 or more
 * @param cached whether its image is there now, so that the next lookup finds it
 */
public record MissedSet(
    CacheReference reference,
    Optional<List<String>> packages,
    long misses,
    Optional<Duration> waited,
    Optional<Duration> installTime,
    OptionalLong bytes,
    Instant lastMissed,
    int failures,
    boolean cached) {
  /**
   * So many sets that are cached now are told at most: of a large cache, nearly all were missed
   * once.
   */
  public static final int MAX_CACHED = 50;

  /** The longest wait first, an unknown one last; then the most misses, ties by reference. */
  public static final Comparator<MissedSet> LONGEST_WAIT_FIRST =
      Comparator.comparing(
              (MissedSet set) -> set.waited().orElse(Duration.ZERO), Comparator.reverseOrder())
          .thenComparing(MissedSet::misses, Comparator.reverseOrder())
          .thenComparing(set -> set.reference().toString());

  /** Those that are still missing before those that are cached now, {@link #LONGEST_WAIT_FIRST}. */
  public static final Comparator<MissedSet> MISSING_FIRST =
      Comparator.comparing(MissedSet::cached).thenComparing(LONGEST_WAIT_FIRST);

  /** Copies the list, so that the record never changes. */
  public MissedSet {
    packages = packages.map(List::copyOf);
  }
}
