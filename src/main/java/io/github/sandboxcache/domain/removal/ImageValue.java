package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.usage.RecentUse;
import io.github.sandboxcache.domain.usage.RecentUse.Weighted;
import io.github.sandboxcache.domain.usage.RecentUses;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an image is worth: the installs that it will probably save.
 *
 * @param expectedHits in the next {@link RecentUse#RECENT}
 * @param installTime what each of them saves; empty when unknown
 */
record ImageValue(double expectedHits, Optional<Duration> installTime) {
  /** Where no install time of anything is known, all are taken to be the same. */
  private static final Duration ANY = Duration.ofMinutes(1);

  static ImageValue of(CachedImage image, RecentUses uses) {
    RecentUse use = uses.of(image.reference());
    Optional<Instant> made = image.image().createdAt();
    // That it was made at all is a lookup, where none was recorded.
    Weighted lookups =
        use.lookups().equals(Weighted.NONE)
            ? made.map(time -> Weighted.of(1, Duration.between(time, uses.now())))
                .orElse(Weighted.NONE)
            : use.lookups();
    Instant last =
        Stream.concat(use.lastUsed().stream(), made.stream())
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    return new ImageValue(lookups.expected(Duration.between(last, uses.now())), use.installTime());
  }

  /**
   * The seconds that it will probably save.
   *
   * @param otherwise what an install takes where its own time is not known
   */
  double seconds(Duration otherwise) {
    return expectedHits * installTime.orElse(otherwise).toMillis() / 1000.0;
  }

  /** What an install of an unknown language takes: the median of the others. */
  static Duration typicalInstall(RecentUses uses) {
    List<Duration> known = uses.installTimes().values().stream().sorted().toList();
    return known.isEmpty() ? ANY : known.get(known.size() / 2);
  }
}
