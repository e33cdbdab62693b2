package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.Optional;

/**
 * How a hit rate changed from one span of time to the next just as long.
 *
 * @param points in points, as the whole percents that are shown differ
 */
public record RateChange(long points) {
  /** The change; empty when there is nothing to compare, or to compare with. */
  public static Optional<RateChange> of(HitCount now, HitCount before) {
    return now.lookups() == 0 || before.lookups() == 0
        ? Optional.empty()
        : Optional.of(new RateChange(percent(now) - percent(before)));
  }

  private static long percent(HitCount count) {
    return Math.round(count.ratePercent().orElse(0));
  }

  /** In words: {@code +4 pts}. */
  public String text(UiTexts texts) {
    return texts.text("figures.hit-rate.change", signed());
  }

  /** With its sign: {@code +4}, {@code −7}, {@code ±0}. */
  public String signed() {
    return points > 0 ? "+" + points : points < 0 ? "\u2212" + -points : "\u00b10";
  }

  /** The style class that says whether that is good: none for no change. */
  public String tone() {
    return points > 0 ? "ok" : points < 0 ? "warn" : "text2";
  }
}
