package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import java.util.Set;

/**
 * What a removal of chosen images would do, as it is asked about. Immutable: what was announced is
 * what runs.
 *
 * @param plan the plan
 * @param freed what it frees
 */
public record RemoveModel(RemovalPlan plan, FreedBytes freed) {
  /** Works the removal of those images out. */
  public static RemoveModel of(Catalog catalog, Set<CacheReference> chosen, Pins pins) {
    RemovalPlan plan = RemovalPlan.of(catalog, new RemovalPolicy.Chosen(chosen), pins);
    return new RemoveModel(plan, FreedBytes.of(plan.removals()));
  }
}
