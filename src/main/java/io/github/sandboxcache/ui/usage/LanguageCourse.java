package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.UiTexts;

/**
 * How the hit rate of one language went.
 *
 * @param name the language for people
 * @param change how it changed, in points; empty where there is nothing to compare
 * @param tone the style class that says whether that is good
 * @param against what it is compared with, in words; empty without a change
 * @param cells its rates over time
 * @param tip what there is to say about the numbers, line by line
 * @param said all of it for who cannot see it
 */
public record LanguageCourse(
    Language language,
    String name,
    String change,
    String tone,
    String against,
    HeatCells cells,
    String tip,
    String said) {
  /** The course over the range that is shown. */
  public static LanguageCourse of(CacheView view, Language language, UiTexts texts) {
    LanguageUse use = LanguageUse.of(view, language);
    RateRows.Row row = RateRows.row(view.usage(), use, texts);
    String range = UsageText.key(view.usage().range());
    return RateChange.of(use.count(), use.before())
        .map(
            change ->
                of(row, language, change.text(texts), texts.text("figures.hit-rate.vs." + range)))
        .orElseGet(() -> of(row, language, "", ""));
  }

  private static LanguageCourse of(
      RateRows.Row row, Language language, String change, String against) {
    return new LanguageCourse(
        language,
        row.name(),
        change,
        row.changeStyle(),
        against,
        row.cells(),
        row.tip(),
        row.said());
  }
}
