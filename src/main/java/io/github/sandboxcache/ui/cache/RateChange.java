package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.Optional;

/**
 * How a hit rate changed against the same span before.
 *
 * @param points in whole percentage points
 */
record RateChange(long points) {
  /** Empty where there is nothing to compare, or nothing to compare with. */
  static Optional<RateChange> of(HitCount now, HitCount before) {
    return now.lookups() == 0 || before.lookups() == 0
        ? Optional.empty()
        : Optional.of(
            new RateChange(
                Math.round(now.ratePercent().orElseThrow())
                    - Math.round(before.ratePercent().orElseThrow())));
  }

  /** {@code +4 pts}. */
  String text(UiTexts texts) {
    String signed = points > 0 ? "+" + points : points < 0 ? "\u2212" + -points : "\u00b10";
    return texts.text("figures.hit-rate.change", signed);
  }

  /** The style class of its colour. */
  String tone() {
    return points > 0 ? "ok" : points < 0 ? "warn" : "text2";
  }
}
