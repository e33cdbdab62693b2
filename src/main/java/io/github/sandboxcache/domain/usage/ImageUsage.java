package io.github.sandboxcache.domain.usage;

import io.github.sandboxcache.domain.cache.CacheReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the use of one image.
 *
 * @param reference the image, which need not exist any more
 * @param count its hits and misses in the range that was asked for
 * @param lastUsed when it was last hit, used or installed, at any time, UTC; empty when never
 * @param installTime the median time that its installs took, at any time; empty when unknown
 * @param packages its packages as given at one time, where known
 */
public record ImageUsage(
    CacheReference reference,
    HitCount count,
    Optional<Instant> lastUsed,
    Optional<Duration> installTime,
    Optional<List<String>> packages) {
  /** Copies the list, so that the record never changes. */
  public ImageUsage {
    packages = packages.map(List::copyOf);
  }

  /** What is known of an image that no fact is about. */
  public static ImageUsage unknown(CacheReference reference) {
    return new ImageUsage(
        reference, HitCount.NONE, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
