package io.github.sandboxcache.service;

import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.catalog.Catalog;
import java.util.Comparator;
import java.util.List;

/**
 * What the cache holds, in numbers.
 *
 * @param images cached references, one for each tag of ours; base images are not among them
 * @param sizeBytes bytes of the cached images, an image with several references counted once
 * @param languages each language that has images, in the order of languages
 */
public record CacheStats(int images, long sizeBytes, List<LanguageStats> languages) {
  /** Copies the list, so that the record never changes. */
  public CacheStats {
    languages = List.copyOf(languages);
  }

  /**
   * One language in numbers.
   *
   * @param language the language
   * @param images its cached references
   * @param sizeBytes bytes of its cached images, each counted once
   */
  public record LanguageStats(Language language, int images, long sizeBytes) {
    /** A language without images. */
    public static LanguageStats none(Language language) {
      return new LanguageStats(language, 0, 0);
    }
  }

  /** Counts a catalog. */
  public static CacheStats of(Catalog catalog) {
    return new CacheStats(
        catalog.cached().size(),
        catalog.sizeBytes(),
        catalog.byLanguage().entrySet().stream()
            .map(
                group ->
                    new LanguageStats(
                        group.getKey(),
                        group.getValue().size(),
                        Catalog.sizeBytes(group.getValue())))
            .sorted(Comparator.comparing(LanguageStats::language))
            .toList());
  }
}
