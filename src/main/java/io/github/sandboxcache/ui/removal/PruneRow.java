package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.removal.KeepReason;
import java.util.Optional;

/** One line of the preview. */
sealed interface PruneRow {
  /**
   * The head of a language.
   *
   * @param language the language
   * @param going how many of its images go
   * @param staying how many stay
   * @param freed what its images free
   * @param open whether its images are listed
   */
  record Group(Language language, int going, int staying, FreedBytes freed, boolean open)
      implements PruneRow {}

  /**
   * One image.
   *
   * @param image the image
   * @param stays why it stays; empty when it goes
   */
  record Image(CachedImage image, Optional<KeepReason> stays) implements PruneRow {}
}
