package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.RemovalPlan.Cost;
import io.github.sandboxcache.domain.usage.RecentUse;
import java.util.Optional;

/** One line of the preview of a prune. */
sealed interface PruneRow {
  /**
   * The head of a language.
   *
   * @param language the language
   * @param going how many of its images go
   * @param staying how many stay
   * @param freed what its images free
   * @param cost what that costs; empty when nothing is known of uses
   * @param open whether its images are listed
   */
  record Group(
      Language language,
      int going,
      int staying,
      Optional<ByteCount> freed,
      Optional<Cost> cost,
      boolean open)
      implements PruneRow {}

  /**
   * One image.
   *
   * @param image the image
   * @param stays why it stays; empty when it goes
   * @param own the bytes that only it has; empty while layers are being measured
   * @param use what it has been good for; empty when nothing is known of uses
   */
  record Image(
      CachedImage image,
      Optional<KeepReason> stays,
      Optional<ByteCount> own,
      Optional<RecentUse> use)
      implements PruneRow {
    /** Whether it is removed although many hits were on it lately. */
    boolean isMissed() {
      return stays.isEmpty() && use.filter(PruneCostText::isPopular).isPresent();
    }
  }
}
