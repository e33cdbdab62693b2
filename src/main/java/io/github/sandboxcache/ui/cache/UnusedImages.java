package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.usage.RecentUse;
import io.github.sandboxcache.domain.usage.RecentUses;
import io.github.sandboxcache.ui.base.CacheView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which images nobody has hit for {@link RecentUse#RECENT}, or for as long as hits are known.
 * Younger ones have had no chance yet.
 *
 * @param uses what is known of uses; empty while nothing is
 */
record UnusedImages(Optional<RecentUses> uses) {
  private static final Duration FIRST_DAY = Duration.ofDays(1);

  static UnusedImages of(CacheView view) {
    return new UnusedImages(
        view.usageReadable()
            ? view.usage().recent().filter(RecentUses::any)
            : Optional.<RecentUses>empty());
  }

  /**
   * What the images without a hit are together.
   *
   * @param images how many there are
   * @param freed what removing them all would free
   * @param known whether anything is known of hits
   * @param since since when hits are known, UTC, where that is not long enough
   */
  record Sum(int images, Optional<ByteCount> freed, boolean known, Optional<Instant> since) {}

  boolean matches(CachedImage image) {
    return uses.filter(known -> matches(image, known)).isPresent();
  }

  private static boolean matches(CachedImage image, RecentUses known) {
    return known.of(image.reference()).hits() == 0
        && !image.image().createdAt().orElse(Instant.MIN).isAfter(start(known));
  }

  Sum sum(int images, Optional<ByteCount> freed) {
    return new Sum(
        images,
        freed,
        uses.isPresent(),
        uses.filter(known -> !known.cover(RecentUse.RECENT)).map(UnusedImages::start));
  }

  /** When on the first day somebody began to look is not known. */
  private static Instant start(RecentUses known) {
    Instant recent = known.now().minus(RecentUse.RECENT);
    return known
        .since()
        .map(first -> first.plus(FIRST_DAY))
        .filter(recent::isBefore)
        .orElse(recent);
  }
}
