package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPlan.Cost;
import io.github.sandboxcache.domain.usage.RecentUse;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** What a prune costs, in words. */
final class PruneCostText {
  /** Images that served more than one of so many hits are more than clutter. */
  private static final int DEAR = 20;

  /** Who had so many hits in 30 days is missed. */
  private static final int POPULAR = 30;

  /** What nobody watched for so long says little. */
  private static final Duration TELLING = Duration.ofDays(7);

  private PruneCostText() {}

  /** Whether it was hit so often lately that it would be missed. */
  static boolean isPopular(RecentUse use) {
    return use.hits() >= POPULAR;
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
   * Whether the hits say what a removal costs: where hits were hardly counted yet, none is not
   * known to be none.
   */
  static boolean isTelling(RemovalPlan plan, Cost cost) {
    return cost.hits() > 0 || plan.uses().filter(uses -> uses.cover(TELLING)).isPresent();
  }

  /** Whether more than five percent of all recent hits were on what is removed. */
  static boolean isDear(Cost cost) {
    return cost.hits() * DEAR > cost.allHits();
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
            cost ->
                isTelling(plan, cost) ? sentence(cost, texts) : texts.text("prune.cost.unknown"))
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
