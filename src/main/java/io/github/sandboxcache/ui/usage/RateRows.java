package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.HitRateGrade;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hit rates of all languages together and of each, in words.
 *
 * @param range the chosen range where there is little room, for example {@code 7 d}
 * @param all all languages together
 * @param languages each language, in the order of {@link LanguageUse#of}
 */
record RateRows(String range, Row all, List<Row> languages) {
  RateRows {
    languages = List.copyOf(languages);
  }

  /**
   * One row.
   *
   * @param language which language it is about; empty for all together
   * @param look the style class that brings its colours
   * @param rate its hit rate
   * @param low whether that is pointed out
   * @param change how it changed in points
   * @param changeStyle the style class that says whether that is good
   * @param misses how often nothing was there
   * @param waited how long sandboxes waited for that
   * @param cells its rates over time
   * @param tip what there is to say about its numbers, line by line
   * @param said all of it for who cannot see it
   */
  record Row(
      Optional<Language> language,
      String look,
      String name,
      String rate,
      boolean low,
      String change,
      String changeStyle,
      String misses,
      String waited,
      HeatCells cells,
      String tip,
      String said) {}

  static RateRows of(UsageView usage, List<LanguageUse> uses, UiTexts texts) {
    Wording wording = new Wording(usage, texts);
    return new RateRows(
        texts.text("usage.range.short." + UsageText.key(usage.range())),
        wording.row(
            Optional.empty(),
            usage.report().total(),
            usage.before(),
            sum(usage.report().total(), usage.report().waited()),
            HeatCells.ofAll(usage)),
        uses.stream().map(wording::row).toList());
  }

  /** The row of one language. */
  static Row row(UsageView usage, LanguageUse use, UiTexts texts) {
    return new Wording(usage, texts).row(use);
  }

  private static Optional<Duration> sum(HitCount count, Map<Language, Duration> waited) {
    return LanguageUse.waited(count, waited.values().stream().reduce(Duration::plus).orElse(null));
  }

  /** Puts rows into words. */
  private record Wording(UsageView usage, UiTexts texts) {
    Row row(LanguageUse use) {
      return row(Optional.of(use.language()), use.count(), use.before(), use.waited(), use.cells());
    }

    Row row(
        Optional<Language> language,
        HitCount count,
        HitCount before,
        Optional<Duration> waited,
        HeatCells cells) {
      boolean asked = count.lookups() > 0;
      Optional<RateChange> change = RateChange.of(count, before);
      String none = texts.text("none");
      String name =
          language.map(LanguageLook::displayName).orElseGet(() -> texts.text("usage.all"));
      String rate = asked ? Percent.of(count.ratePercent()) : none;
      boolean low = HitRateGrade.isLow(count);
      String time = asked ? waited.map(RelativeTime::toTheMinute).orElse(none) : none;
      String changed = change.map(RateChange::signed).orElse(none);
      return new Row(
          language,
          language.map(LanguageLook::styleClass).orElse("all"),
          name,
          rate,
          low,
          changed,
          change.map(RateChange::tone).orElse("text2"),
          asked ? texts.text("number", count.misses()) : none,
          time,
          cells,
          tip(name, count, before, low),
          asked
              ? said(name, count, low, change, waited)
              : texts.text("usage.rate.said.none", name, range()));
    }

    private String range() {
      return texts.text("usage.range." + UsageText.key(usage.range()));
    }

    private String tip(String name, HitCount count, HitCount before, boolean low) {
      List<String> lines = new ArrayList<>();
      lines.add(texts.text("usage.rate.tip", name, counts(count), range()));
      if (low) {
        lines.add(texts.text("usage.rate.low", HitRateGrade.FAIR.leastPercent()));
      }
      if (before.lookups() > 0) {
        lines.add(
            texts.text("usage.rate.before", Percent.of(before.ratePercent()), counts(before)));
      }
      if (count.misses() > 0) {
        lines.add(texts.text("usage.rate.waited"));
      }
      return String.join("\n", lines);
    }

    private String counts(HitCount count) {
      return count.lookups() == 0
          ? texts.text("usage.nobody-asked")
          : texts.text("usage.summary", count.hits(), count.misses());
    }

    private String said(
        String name,
        HitCount count,
        boolean low,
        Optional<RateChange> change,
        Optional<Duration> waited) {
      List<String> parts = new ArrayList<>();
      parts.add(texts.text("usage.rate.said", name, Percent.of(count.ratePercent()), range()));
      if (low) {
        parts.add(texts.text("usage.rate.said.low"));
      }
      change.ifPresent(by -> parts.add(texts.text("usage.rate.said.change", by.signed())));
      parts.add(counts(count));
      waited
          .filter(_ -> count.misses() > 0)
          .ifPresent(time -> parts.add(texts.text("usage.waited", RelativeTime.toTheMinute(time))));
      return String.join(", ", parts);
    }
  }
}
