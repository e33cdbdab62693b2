package io.github.sandboxcache.service;

import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.catalog.CachedImage;
import io.github.sandboxcache.catalog.Catalog;
import io.github.sandboxcache.usage.HitCount;
import io.github.sandboxcache.usage.UsageSummary;
import io.github.sandboxcache.usage.UsageSummary.PackageHits;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The cache in numbers.
 *
 * @param images cached references, one for each tag of ours; base images are not among them
 * @param sizeBytes bytes of the cached images, an image with several references counted once
 * @param hitCount hits and misses of all languages
 * @param languages each language that has images or lookups, in the order of languages
 * @param topPackages the packages in most hits, most first
 */
public record CacheStats(
    int images,
    long sizeBytes,
    HitCount hitCount,
    List<LanguageStats> languages,
    List<PackageHits> topPackages) {
  /** Copies the lists, so that the record never changes. */
  public CacheStats {
    languages = List.copyOf(languages);
    topPackages = List.copyOf(topPackages);
  }

  /**
   * One language in numbers.
   *
   * @param language the language
   * @param images its cached references
   * @param sizeBytes bytes of its cached images, each counted once
   * @param hitCount its hits and misses
   */
  public record LanguageStats(Language language, int images, long sizeBytes, HitCount hitCount) {}

  /** Counts a catalog and what was recorded of its use. */
  public static CacheStats of(Catalog catalog, UsageSummary usage) {
    Map<Language, List<CachedImage>> groups = catalog.byLanguage();
    TreeSet<Language> languages = new TreeSet<>(groups.keySet());
    languages.addAll(usage.byLanguage().keySet());
    List<LanguageStats> rows =
        languages.stream()
            .map(
                language -> {
                  List<CachedImage> images = groups.getOrDefault(language, List.of());
                  return new LanguageStats(
                      language, images.size(), Catalog.sizeBytes(images), usage.of(language));
                })
            .toList();
    return new CacheStats(
        catalog.cached().size(), catalog.sizeBytes(), usage.total(), rows, usage.topPackages());
  }
}
