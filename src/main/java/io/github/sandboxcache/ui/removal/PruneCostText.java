package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.removal.RemovalPlan.Cost;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.OptionalDouble;

/** What a prune costs, in words. */
final class PruneCostText {
  /** Images that served more than one of so many hits are more than clutter. */
  private static final int DEAR = 20;

  private PruneCostText() {}

  /** Whether more than five percent of all recent hits were on what is removed. */
  static boolean isDear(Cost cost) {
    return cost.hits() * DEAR > cost.allHits();
  }

  /** {@code Costs 5 of 4,517 hits in 30 days (0.1 %)}. */
  static String sentence(Cost cost, UiTexts texts) {
    if (cost.allHits() == 0) {
      return texts.text("prune.cost.no-hits");
    }
    OptionalDouble share = OptionalDouble.of(100.0 * cost.hits() / cost.allHits());
    return texts.text("prune.cost", cost.hits(), cost.allHits(), Percent.of(share));
  }
}
