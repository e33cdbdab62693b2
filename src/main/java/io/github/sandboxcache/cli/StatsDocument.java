package io.github.sandboxcache.cli;

import io.github.sandboxcache.cache.SandboxSizeText;
import io.github.sandboxcache.service.CacheStats;
import io.github.sandboxcache.usage.HitCount;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code stats}.
 *
 * @param images cached references
 * @param sizeBytes bytes of the cached images, each counted once
 * @param sizeText the same as the sandbox writes it, in units of 1,024
 * @param hits lookups that found their image
 * @param misses lookups that did not
 * @param hitRate hits in percent of lookups; null while there is no data
 * @param languages the same for each language
 * @param topPackages the packages in most hits, most first
 */
record StatsDocument(
    int images,
    long sizeBytes,
    String sizeText,
    long hits,
    long misses,
    @Nullable BigDecimal hitRate,
    List<OfLanguage> languages,
    List<TopPackage> topPackages) {

  /** One language in numbers. */
  record OfLanguage(
      String language,
      int images,
      long sizeBytes,
      long hits,
      long misses,
      @Nullable BigDecimal hitRate) {}

  /** One package and how many hits it was part of. */
  record TopPackage(String name, long hits) {}

  static StatsDocument of(CacheStats stats) {
    return new StatsDocument(
        stats.images(),
        stats.sizeBytes(),
        SandboxSizeText.of((double) stats.sizeBytes()),
        stats.hitCount().hits(),
        stats.hitCount().misses(),
        rate(stats.hitCount()),
        stats.languages().stream()
            .map(
                row ->
                    new OfLanguage(
                        row.language().name(),
                        row.images(),
                        row.sizeBytes(),
                        row.hitCount().hits(),
                        row.hitCount().misses(),
                        rate(row.hitCount())))
            .toList(),
        stats.topPackages().stream().map(p -> new TopPackage(p.name(), p.hits())).toList());
  }

  private static @Nullable BigDecimal rate(HitCount hits) {
    OptionalDouble rate = hits.ratePercent();
    return rate.isPresent() ? BigDecimal.valueOf(rate.getAsDouble()) : null;
  }
}
