package io.github.sandboxcache.usage;

import io.github.sandboxcache.cache.Language;
import java.util.List;
import java.util.Map;

/**
 * All lookups, summed up.
 *
 * @param byLanguage hits and misses of each language that was ever asked for
 * @param topPackages the packages in most hits, most first, ties by name
 */
public record UsageSummary(Map<Language, HitCount> byLanguage, List<PackageHits> topPackages) {
  public static final UsageSummary EMPTY = new UsageSummary(Map.of(), List.of());

  /** Copies the collections, so that the record never changes. */
  public UsageSummary {
    byLanguage = Map.copyOf(byLanguage);
    topPackages = List.copyOf(topPackages);
  }

  /**
   * How often a package was part of a hit.
   *
   * @param language the language it belongs to
   * @param name its name without version or extras
   * @param hits 1 or more
   */
  public record PackageHits(Language language, String name, long hits) {}

  /** Hits and misses of one language. */
  public HitCount of(Language language) {
    return byLanguage.getOrDefault(language, HitCount.NONE);
  }

  /** Hits and misses of all languages together. */
  public HitCount total() {
    return byLanguage.values().stream().reduce(HitCount.NONE, HitCount::plus);
  }
}
