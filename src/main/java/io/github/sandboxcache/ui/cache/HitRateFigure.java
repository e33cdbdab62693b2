package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.Thresholds;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.text.LedgerText;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.Figure.Graph;
import io.github.sandboxcache.ui.cache.Figure.Note;
import io.github.sandboxcache.ui.usage.RateChange;
import io.github.sandboxcache.ui.usage.UsageText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The key figure of how often packages that were asked for were there. */
final class HitRateFigure {
  private HitRateFigure() {}

  static Figure of(CacheView view, UiTexts texts) {
    UsageView usage = view.usage();
    HitCount hits = usage.report().total();
    String range = UsageText.key(usage.range());
    String span = texts.text("usage.range." + range);
    Optional<String> lacking =
        view.notRecorded()
            .map(why -> texts.text("figures.hit-rate.not-recorded.tip", LedgerText.why(why)));
    String tip =
        texts.text(
                "figures.hit-rate.tip",
                texts.text("usage.summary", hits.hits(), hits.misses()),
                span)
            + lacking.map(words -> "\n" + words).orElse("");
    Note note =
        lacking.isPresent()
            ? Note.quiet(List.of(texts.text("figures.hit-rate.not-recorded")))
            : change(usage, texts);
    if (!view.usageReadable() || hits.lookups() == 0) {
      String why = view.usageReadable() ? "figures.hit-rate.none" : "figures.hit-rate.not-readable";
      Figure unknown = Figure.unknown(texts.text("none"), texts.text(why), tip).with(note);
      return neverAsked(usage)
          ? unknown.offering(
              texts.text("figures.hit-rate.connect"), texts.text("figures.hit-rate.connect.brief"))
          : unknown;
    }
    return new Figure(
        Percent.of(hits.ratePercent()),
        lowest(usage)
            .map(language -> lowest(language, usage, texts))
            .orElseGet(() -> List.of(texts.text("figures.range." + range))),
        note,
        new Graph.Line(usage.timeline().total().stream().map(HitCount::ratePercent).toList()),
        tip);
  }

  /** As far as anything tells; somebody who has no log followed is then told how to. */
  private static boolean neverAsked(UsageView usage) {
    return usage.recent().filter(uses -> !uses.anyLookups()).isPresent();
  }

  /** None where there is nothing to compare with. */
  private static Note change(UsageView usage, UiTexts texts) {
    return RateChange.of(usage.report().total(), usage.before())
        .map(
            change ->
                new Note(
                    change.text(texts),
                    change.tone(),
                    "",
                    List.of(texts.text("figures.hit-rate.vs." + UsageText.key(usage.range())))))
        .orElse(Note.NONE);
  }

  /** Of few lookups a rate says little, and of one language alone nothing more. */
  private static Optional<Language> lowest(UsageView usage) {
    List<Map.Entry<Language, HitCount>> telling =
        usage.report().byLanguage().entrySet().stream()
            .filter(entry -> entry.getValue().lookups() >= Thresholds.TELLING_LOOKUPS)
            .sorted(
                Comparator.comparingDouble(
                        (Map.Entry<Language, HitCount> entry) ->
                            entry.getValue().ratePercent().orElseThrow())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    return telling.size() < 2 ? Optional.empty() : Optional.of(telling.getFirst().getKey());
  }

  private static List<String> lowest(Language language, UsageView usage, UiTexts texts) {
    String name = LanguageLook.displayName(language);
    String rate = Percent.of(usage.report().of(language).ratePercent());
    return List.of(
        texts.text("figures.hit-rate.lowest", name, rate),
        texts.text("figures.hit-rate.lowest.brief", name, rate));
  }
}
