package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Lookups of one language over time, or of several that there is no room for apart.
 *
 * @param look the style class that brings its colours
 * @param name its name for people
 * @param sum its lookups in the whole range
 * @param counts its lookups in each piece of time
 */
record LanguageLookups(String look, String name, HitCount sum, List<HitCount> counts) {
  private static final Comparator<LanguageLookups> BEST_FIRST =
      Comparator.comparingDouble((LanguageLookups language) -> language.sum.ratePercent().orElse(0))
          .reversed()
          .thenComparing(LanguageLookups::name);

  LanguageLookups {
    counts = List.copyOf(counts);
  }

  /**
   * The languages with lookups, the best hit rate first.
   *
   * @param most how many there is room for; of more languages, those with least lookups are put
   *     together and come last, so that nothing is left out unsaid
   */
  static List<LanguageLookups> of(UsageView view, int most, UiTexts texts) {
    List<LanguageLookups> all =
        view.report().byLanguage().entrySet().stream()
            .filter(entry -> entry.getValue().lookups() > 0)
            .sorted(
                Comparator.comparingLong(
                        (Map.Entry<Language, HitCount> entry) -> entry.getValue().lookups())
                    .reversed()
                    .thenComparing(Map.Entry::getKey))
            .map(entry -> of(entry.getKey(), entry.getValue(), view))
            .toList();
    if (all.size() <= most) {
      return all.stream().sorted(BEST_FIRST).toList();
    }
    List<LanguageLookups> shown =
        new ArrayList<>(all.subList(0, most - 1).stream().sorted(BEST_FIRST).toList());
    shown.add(together(all.subList(most - 1, all.size()), texts));
    return shown;
  }

  private static LanguageLookups of(Language language, HitCount sum, UsageView view) {
    List<HitCount> counts = new ArrayList<>();
    for (int i = 0; i < view.timeline().buckets().size(); i++) {
      counts.add(view.timeline().at(language, i));
    }
    return new LanguageLookups(
        LanguageLook.styleClass(language), LanguageLook.displayName(language), sum, counts);
  }

  private static LanguageLookups together(List<LanguageLookups> others, UiTexts texts) {
    HitCount sum = HitCount.NONE;
    List<HitCount> counts = others.getFirst().counts.stream().map(_ -> HitCount.NONE).toList();
    for (LanguageLookups other : others) {
      sum = sum.plus(other.sum);
      List<HitCount> before = counts;
      List<HitCount> next = new ArrayList<>();
      for (int i = 0; i < before.size(); i++) {
        next.add(before.get(i).plus(other.counts.get(i)));
      }
      counts = next;
    }
    return new LanguageLookups(
        LanguageLook.UNKNOWN, texts.text("usage.others", others.size()), sum, counts);
  }
}
