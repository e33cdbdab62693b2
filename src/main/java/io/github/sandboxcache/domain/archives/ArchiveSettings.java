package io.github.sandboxcache.domain.archives;

import java.time.Duration;

/**
 * What the user sets about archives of removed images.
 *
 * @param on whether removed images are archived at all; archives that are there stay as long as
 *     they would otherwise
 * @param days how long they are kept, 1 to {@link #MAX_DAYS}
 * @param gigabytes what all of them may take on disk, 1 to {@link #MAX_GIGABYTES}
 */
public record ArchiveSettings(boolean on, int days, int gigabytes) {
  public static final int MAX_DAYS = 365;
  public static final int MAX_GIGABYTES = 10_000;

  public static final ArchiveSettings DEFAULT = new ArchiveSettings(false, 14, 5);

  /** What serves where nothing legible is set: everything can be had back. */
  public static final ArchiveSettings CAUTIOUS = new ArchiveSettings(true, MAX_DAYS, MAX_GIGABYTES);

  private static final long GIGABYTE = 1_000_000_000L;

  /** Refuses values that make no sense. */
  public ArchiveSettings {
    if (days < 1 || days > MAX_DAYS || gigabytes < 1 || gigabytes > MAX_GIGABYTES) {
      throw new IllegalArgumentException(
          "archives of %d GB cannot be kept for %d days".formatted(gigabytes, days));
    }
  }

  /** The limits of archives. */
  public ArchiveLimits limits() {
    return new ArchiveLimits(Duration.ofDays(days), gigabytes * GIGABYTE);
  }
}
