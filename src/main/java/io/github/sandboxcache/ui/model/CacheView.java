package io.github.sandboxcache.ui.model;

import io.github.sandboxcache.removal.RemovalPlan;
import io.github.sandboxcache.removal.RemovalPolicy;
import io.github.sandboxcache.service.CacheStats;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.usage.UsageView;

/**
 * All that the window shows of a cache at one moment.
 *
 * @param state the images, and how far they can be relied on
 * @param stats the same in numbers
 * @param prune what a prune with the current policy would do
 * @param usage how well the cache does
 * @param usageReadable whether that could be read; otherwise nothing is known of it
 */
public record CacheView(
    CatalogState state,
    CacheStats stats,
    RemovalPlan prune,
    UsageView usage,
    boolean usageReadable) {
  /** Works out what prune would do. Takes time with many images: not for the FX thread. */
  public static CacheView of(CatalogState state, RemovalPolicy policy, UsageView usage) {
    return new CacheView(
        state,
        CacheStats.of(state.catalog()),
        RemovalPlan.of(state.catalog(), policy),
        usage,
        true);
  }

  /** The same cache with other numbers of its use. */
  CacheView withUsage(UsageView other, boolean readable) {
    return new CacheView(state, stats, prune, other, readable);
  }

  /** Whether it is about just these images and that policy, so that nothing of it is outdated. */
  boolean isAbout(CatalogState other, RemovalPolicy policy) {
    return state.equals(other) && prune.policy().equals(policy);
  }

  /** Whether the engine's images are not known yet, not even from last time. */
  public boolean isUnknown() {
    return state.freshness() == CatalogState.Freshness.UNKNOWN;
  }
}
