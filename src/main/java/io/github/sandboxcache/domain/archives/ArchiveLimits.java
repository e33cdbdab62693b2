package io.github.sandboxcache.domain.archives;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * For how long and within how many bytes removed images are kept.
 *
 * @param age older ones are deleted
 * @param bytes what all of them may take on disk, 0 or more
 */
public record ArchiveLimits(Duration age, long bytes) {
  private static final Comparator<ArchivedImage> OLDEST_FIRST =
      Comparator.comparing(ArchivedImage::keptAt)
          .thenComparing(archive -> archive.subject().engine())
          .thenComparing(archive -> archive.subject().imageId());

  /** Refuses limits that make no sense. */
  public ArchiveLimits {
    if (age.isNegative() || bytes < 0) {
      throw new IllegalArgumentException("no limits: %s, %d bytes".formatted(age, bytes));
    }
  }

  /**
   * Those that have to be deleted: what is too old, then the oldest, until all fit.
   *
   * @param kept what is there, in any order
   * @param room bytes for one more that is about to come
   */
  public List<ArchivedImage> surplus(Collection<ArchivedImage> kept, long room, Instant now) {
    List<ArchivedImage> surplus = new ArrayList<>();
    long left = kept.stream().mapToLong(ArchivedImage::bytes).sum();
    for (ArchivedImage archive : kept.stream().sorted(OLDEST_FIRST).toList()) {
      if (archive.keptAt().plus(age).isBefore(now) || left > bytes - room) {
        surplus.add(archive);
        left -= archive.bytes();
      }
    }
    return List.copyOf(surplus);
  }
}
