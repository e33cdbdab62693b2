package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.cache.CacheReference;

/** Leads to an image in the table. FX thread only. */
@FunctionalInterface
public interface Navigator {
  /** Selects that image, unfolds its group and scrolls to it; does nothing when it is not there. */
  void showImage(CacheReference reference);
}
