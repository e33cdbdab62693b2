package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.text.LedgerText;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.Figures.Figure;
import io.github.sandboxcache.ui.usage.UsageText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The key figure of how often packages that were asked for were there. */
final class HitRateFigure {
  private HitRateFigure() {}

  static Figure of(CacheView view, UiTexts texts) {
    UsageView usage = view.usage();
    HitCount hits = usage.report().total();
    String range = UsageText.key(usage.range());
    String span = texts.text("usage.range." + range);
    String numbers = texts.text("usage.summary", hits.hits(), hits.misses());
    Optional<String> lacking =
        view.notRecorded()
            .map(why -> texts.text("figures.hit-rate.not-recorded.tip", LedgerText.why(why)));
    String note = lacking.isPresent() ? texts.text("figures.hit-rate.not-recorded") : "";
    String tip =
        texts.text("figures.hit-rate.tip", numbers, span)
            + lacking.map(words -> "\n" + words).orElse("");
    if (!view.usageReadable() || hits.lookups() == 0) {
      String why = view.usageReadable() ? "figures.hit-rate.none" : "figures.hit-rate.not-readable";
      return new Figure(note, "", texts.text("none"), texts.text(why), List.of(), tip);
    }
    Optional<Long> change = lacking.isPresent() ? Optional.empty() : change(hits, usage.before());
    String rise =
        change.map(points -> texts.text("figures.hit-rate.change", signed(points))).orElse("");
    return new Figure(
        change.isPresent() ? texts.text("figures.hit-rate.vs." + range) : note,
        "",
        Percent.of(hits.ratePercent()),
        span,
        List.of(),
        usage.timeline().total().stream().map(HitCount::ratePercent).toList(),
        rise,
        change.filter(points -> points > 0).isPresent(),
        tip + saved(usage, texts));
  }

  /** In whole points; empty when there is nothing to compare with. */
  private static Optional<Long> change(HitCount now, HitCount before) {
    return before.lookups() == 0
        ? Optional.empty()
        : Optional.of(
            Math.round(now.ratePercent().orElse(0)) - Math.round(before.ratePercent().orElse(0)));
  }

  private static String signed(long points) {
    return points > 0 ? "+" + points : points < 0 ? "\u2212" + -points : "\u00b10";
  }

  private static String saved(UsageView usage, UiTexts texts) {
    return usage
        .report()
        .saved()
        .filter(time -> time.compareTo(Duration.ZERO) > 0)
        .map(time -> "\n" + texts.text("figures.hit-rate.saved", RelativeTime.length(time)))
        .orElse("");
  }
}
