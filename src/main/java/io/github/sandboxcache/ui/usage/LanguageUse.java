package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.DiskShare;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.ui.base.CacheSize;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.LanguageLook;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How well the cache does for one language, and what that takes.
 *
 * @param count its hits and misses in the range
 * @param before the same in the range just before; none for all time
 * @param waited how long sandboxes waited for its misses; empty when not known
 * @param cells its hit rates over time
 * @param size what its images take; empty while that is being measured
 */
record LanguageUse(
    Language language,
    HitCount count,
    HitCount before,
    Optional<Duration> waited,
    HeatCells cells,
    Optional<DiskShare> size) {
  private static final Comparator<LanguageUse> WORST_FIRST =
      Comparator.comparing((LanguageUse use) -> use.count.lookups() == 0)
          .thenComparingLong(LanguageUse::percent)
          .thenComparing(use -> use.waited.orElse(Duration.ZERO), Comparator.reverseOrder())
          .thenComparing(use -> LanguageLook.displayName(use.language));

  /**
   * The languages that have images, or lookups in the range: the worst rate first, by the whole
   * percent that is shown, then the longest wait; those without lookups last.
   */
  static List<LanguageUse> of(CacheView view) {
    UsageView usage = view.usage();
    Set<Language> languages = new TreeSet<>(usage.report().byLanguage().keySet());
    languages.addAll(view.languageSizes().keySet());
    return languages.stream().map(language -> of(view, language)).sorted(WORST_FIRST).toList();
  }

  /** One of them, with or without images and lookups. */
  static LanguageUse of(CacheView view, Language language) {
    UsageView usage = view.usage();
    HitCount count = usage.report().of(language);
    return new LanguageUse(
        language,
        count,
        usage.beforeByLanguage().getOrDefault(language, HitCount.NONE),
        waited(count, usage.report().waited().get(language)),
        HeatCells.of(usage, language),
        size(view, language));
  }

  /** Nobody waited where there was no miss. */
  static Optional<Duration> waited(HitCount count, @Nullable Duration known) {
    return count.misses() == 0 ? Optional.of(Duration.ZERO) : Optional.ofNullable(known);
  }

  /** A language without images takes nothing. */
  private static Optional<DiskShare> size(CacheView view, Language language) {
    CacheSize size = view.languageSizes().get(language);
    return size == null ? view.state().catalog().onDisk(List.of()) : size.onDisk();
  }

  private long percent() {
    return Math.round(count.ratePercent().orElse(0));
  }
}
