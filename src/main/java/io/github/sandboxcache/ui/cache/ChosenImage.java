package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.CacheReference;
import java.util.Optional;

/**
 * What can be done with the chosen row at one moment.
 *
 * @param reference its cached image; empty for base images, groups, and without a choice
 * @param pinned whether that is pinned
 * @param pinBlocked why it can be neither pinned nor unpinned; empty when it can
 * @param removeBlocked why it cannot be removed; empty when it can
 */
public record ChosenImage(
    Optional<CacheReference> reference, boolean pinned, String pinBlocked, String removeBlocked) {
  /** Whether it can be pinned or unpinned. */
  public boolean canPin() {
    return reference.isPresent() && pinBlocked.isEmpty();
  }

  /** Whether it can be removed. */
  public boolean canRemove() {
    return reference.isPresent() && removeBlocked.isEmpty();
  }
}
