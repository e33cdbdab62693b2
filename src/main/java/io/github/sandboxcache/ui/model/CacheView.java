package io.github.sandboxcache.ui.model;

import io.github.sandboxcache.removal.RemovalPlan;
import io.github.sandboxcache.removal.RemovalPolicy;
import io.github.sandboxcache.service.CacheStats;
import io.github.sandboxcache.service.CatalogState;

/**
 * All that the window shows of a cache at one moment.
 *
 * @param state the images, and how far they can be relied on
 * @param stats the same in numbers
 * @param prune what a prune with the current policy would do
 */
public record CacheView(CatalogState state, CacheStats stats, RemovalPlan prune) {
  /** Works out what prune would do. Takes time with many images: not for the FX thread. */
  public static CacheView of(CatalogState state, CacheStats stats, RemovalPolicy policy) {
    return new CacheView(state, stats, RemovalPlan.of(state.catalog(), policy));
  }

  /** Whether the engine's images are not known yet, not even from last time. */
  public boolean isUnknown() {
    return state.freshness() == CatalogState.Freshness.UNKNOWN;
  }
}
