package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.TotalSize;
import java.util.Comparator;
import java.util.List;

/**
 * What the cache holds, in numbers.
 *
 * @param images cached references, one for each tag of ours; base images are not among them
 * @param size bytes of the cached images
 * @param languages each language that has images, in the order of languages
 */
public record CacheStats(int images, TotalSize size, List<LanguageStats> languages) {
  /** Copies the list, so that the record never changes. */
  public CacheStats {
    languages = List.copyOf(languages);
  }

  /**
   * One language in numbers.
   *
   * @param language the language
   * @param images its cached references
   * @param size bytes of its cached images
   */
  public record LanguageStats(Language language, int images, TotalSize size) {
    /** A language without images. */
    public static LanguageStats none(Language language) {
      return new LanguageStats(language, 0, new TotalSize(0, 0));
    }
  }

  /** Counts a catalog. */
  public static CacheStats of(Catalog catalog) {
    return new CacheStats(
        catalog.cached().size(),
        TotalSize.of(catalog.cached()),
        catalog.byLanguage().entrySet().stream()
            .map(
                group ->
                    new LanguageStats(
                        group.getKey(), group.getValue().size(), TotalSize.of(group.getValue())))
            .sorted(Comparator.comparing(LanguageStats::language))
            .toList());
  }
}
