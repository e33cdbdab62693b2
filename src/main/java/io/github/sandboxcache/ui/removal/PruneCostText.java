package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPlan.Cost;
import io.github.sandboxcache.domain.usage.RecentUse;
import io.github.sandboxcache.domain.usage.Thresholds;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** What a prune costs, in words. */
final class PruneCostText {
  private PruneCostText() {}

  /** Whether it was hit so often lately that it would be missed. */
  static boolean isPopular(RecentUse use) {
    return use.hits() >= Thresholds.POPULAR_HITS;
  }

  /** The images that a plan removes and that would be missed, the most wanted first. */
  static List<CachedImage> missed(RemovalPlan plan) {
    return plan.uses().stream()
        .flatMap(
            uses ->
                plan.removals().stream()
                    .filter(image -> isPopular(uses.of(image.reference())))
                    .sorted(Comparator.comparingLong(image -> -uses.of(image.reference()).hits())))
        .toList();
  }

  /**
   * {@code Costs 5 of 4,517 hits in 30 days (0.1 %)}, or that it is not known; empty for nothing.
   */
  static String sentence(RemovalPlan plan, UiTexts texts) {
    if (plan.removals().isEmpty()) {
      return "";
    }
    return plan.cost()
        .map(
            cost -> plan.isTelling(cost) ? sentence(cost, texts) : texts.text("prune.cost.unknown"))
        .orElseGet(() -> texts.text("prune.cost.unknown"));
  }

  private static String sentence(Cost cost, UiTexts texts) {
    if (cost.allHits() == 0) {
      return texts.text("prune.cost.no-hits");
    }
    OptionalDouble share = OptionalDouble.of(100.0 * cost.hits() / cost.allHits());
    return texts.text("prune.cost", cost.hits(), cost.allHits(), Percent.of(share));
  }
}
