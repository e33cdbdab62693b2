package io.github.sandboxcache.ui.shell;

import io.github.sandboxcache.cache.CacheReference;

/** Leads to an image in the table. FX thread only. */
@FunctionalInterface
public interface Navigator {
  /** Selects that image, unfolds its group and scrolls to it; does nothing when it is not there. */
  void showImage(CacheReference reference);
}
