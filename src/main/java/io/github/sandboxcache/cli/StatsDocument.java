package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.archives.ArchivedImage;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.SandboxSizeText;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.DiskShare;
import io.github.sandboxcache.domain.catalog.TotalSize;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.orphans.Orphans;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.ImageUsage;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.service.CacheStats;
import io.github.sandboxcache.service.CacheStats.LanguageStats;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code stats}. Hits, misses and what follows from them are those of the range;
 * images and bytes are those of now. Without a ledger that can be read, all that it knows is null.
 *
 * @param since the beginning of the range, ISO 8601, UTC; null when there is none
 * @param until the end of the range, ISO 8601, UTC; null when there is none
 * @param images cached references
 * @param sizeBytes bytes of the cached images whose size is known, each counted once; null when it
 *     is known of none
 * @param unknownSizes how many cached images are not in {@code sizeBytes}
 * @param sizeText the same as the sandbox writes it, in units of 1,024
 * @param onDiskBytes what the cached images take on disk, each layer once; null when not known
 * @param packageBytes the part of it that installs put on top of their base images
 * @param baseBytes the rest of it: base images
 * @param orphans images without a name that failed saves of the sandbox left
 * @param archives removed images of this engine that are kept; null when that cannot be read
 * @param failedSaves saves of the sandbox that failed; null without a ledger that can be read
 * @param hits lookups that found their image
 * @param misses lookups that did not
 * @param hitRate hits in percent of lookups; null while there is no data
 * @param savedMs an estimate of the time that hits saved; null when it cannot be estimated
 * @param lastUsedAt when any image was last hit, used or installed; null when never
 * @param languages the same for each language with images or lookups
 * @param byImage hits, misses and last use of each image that any fact is about, most hits first
 * @param topPackages the packages in most hits, most first
 */
record StatsDocument(
    @Nullable String since,
    @Nullable String until,
    int images,
    @Nullable Long sizeBytes,
    int unknownSizes,
    @Nullable String sizeText,
    @Nullable Long onDiskBytes,
    @Nullable Long packageBytes,
    @Nullable Long baseBytes,
    Left orphans,
    @Nullable Archived archives,
    @Nullable Failed failedSaves,
    @Nullable Long hits,
    @Nullable Long misses,
    @Nullable BigDecimal hitRate,
    @Nullable Long savedMs,
    @Nullable String lastUsedAt,
    List<OfLanguage> languages,
    @Nullable List<OfImage> byImage,
    @Nullable List<TopPackage> topPackages) {

  /** Images without a name; bytes that only they have, or null where that is not known. */
  record Left(int images, @Nullable Long bytes) {
    static Left of(Catalog catalog) {
      List<Orphan> orphans = Orphans.of(catalog.snapshot());
      return new Left(orphans.size(), Documents.bytes(Orphans.bytes(orphans, catalog.layers())));
    }
  }

  /** Removed images that are kept, and what they take on disk. */
  record Archived(int images, long bytes) {
    static Archived of(List<ArchivedImage> archives) {
      return new Archived(archives.size(), archives.stream().mapToLong(ArchivedImage::bytes).sum());
    }
  }

  /**
   * Saves that failed.
   *
   * @param count how many
   * @param unexplained how many misses nothing follows, neither an image nor a failure
   * @param lastAt when the newest of both was, ISO 8601, UTC; null when not known
   * @param reason why the newest failed, in the words of whoever failed; null when not known
   * @param tagRefused whether that was because the engine refused the tag
   * @param byLanguage how many, by language
   */
  record Failed(
      long count,
      long unexplained,
      @Nullable String lastAt,
      @Nullable String reason,
      boolean tagRefused,
      Map<String, Long> byLanguage) {
    static Failed of(FailedSaves saves) {
      Map<String, Long> byLanguage = new TreeMap<>();
      saves.byLanguage().forEach((language, count) -> byLanguage.put(language.name(), count));
      return new Failed(
          saves.count(),
          saves.unexplainedCount(),
          Documents.time(saves.lastAt()),
          saves.reason().orElse(null),
          saves.isNameRefused(),
          byLanguage);
    }
  }

  /** One language in numbers. */
  record OfLanguage(
      String language,
      int images,
      @Nullable Long sizeBytes,
      int unknownSizes,
      @Nullable Long hits,
      @Nullable Long misses,
      @Nullable BigDecimal hitRate,
      @Nullable String lastUsedAt) {}

  /** One image's use; the image itself may be gone. */
  record OfImage(String reference, long hits, long misses, @Nullable String lastUsedAt) {}

  /** One package and how many hits it was part of. */
  record TopPackage(String name, long hits) {}

  static StatsDocument of(
      Catalog catalog,
      TimeRange range,
      Optional<UsageReport> usage,
      FailedSaves failedSaves,
      Optional<List<ArchivedImage>> archives) {
    CacheStats stats = CacheStats.of(catalog);
    Optional<DiskShare> onDisk = catalog.onDisk(catalog.cached());
    Optional<HitCount> total = usage.map(UsageReport::total);
    return new StatsDocument(
        Documents.time(range.since()),
        Documents.time(range.until()),
        stats.images(),
        Documents.number(stats.size().known()),
        stats.size().unknown(),
        sizeText(stats.size()),
        Documents.bytes(onDisk.map(DiskShare::total)),
        Documents.bytes(onDisk.map(DiskShare::packages)),
        Documents.bytes(onDisk.map(DiskShare::base)),
        Left.of(catalog),
        archives.map(Archived::of).orElse(null),
        usage.isPresent() ? Failed.of(failedSaves) : null,
        total.map(HitCount::hits).orElse(null),
        total.map(HitCount::misses).orElse(null),
        total.map(Documents::rate).orElse(null),
        Documents.milliseconds(usage.flatMap(UsageReport::saved)),
        Documents.time(
            usage.flatMap(
                known ->
                    known.images().values().stream()
                        .flatMap(image -> image.lastUsed().stream())
                        .max(Comparator.naturalOrder()))),
        languages(stats, usage),
        usage.map(StatsDocument::images).orElse(null),
        usage
            .map(
                known ->
                    known.topPackages().stream()
                        .map(p -> new TopPackage(p.name(), p.hits()))
                        .toList())
            .orElse(null));
  }

  private static @Nullable String sizeText(TotalSize size) {
    return size.known().isPresent() ? SandboxSizeText.of((double) size.bytes()) : null;
  }

  private static List<OfImage> images(UsageReport usage) {
    return usage.images().values().stream()
        .sorted(
            Comparator.comparingLong((ImageUsage image) -> image.count().hits())
                .reversed()
                .thenComparing(image -> image.reference().toString()))
        .map(StatsDocument::image)
        .toList();
  }

  private static List<OfLanguage> languages(CacheStats stats, Optional<UsageReport> usage) {
    Map<Language, LanguageStats> images =
        stats.languages().stream()
            .collect(Collectors.toMap(LanguageStats::language, Function.identity()));
    TreeSet<Language> all = new TreeSet<>(images.keySet());
    usage.ifPresent(known -> all.addAll(known.byLanguage().keySet()));
    return all.stream()
        .map(
            language -> {
              LanguageStats now = images.getOrDefault(language, LanguageStats.none(language));
              Optional<HitCount> count = usage.map(known -> known.of(language));
              return new OfLanguage(
                  language.name(),
                  now.images(),
                  Documents.number(now.size().known()),
                  now.size().unknown(),
                  count.map(HitCount::hits).orElse(null),
                  count.map(HitCount::misses).orElse(null),
                  count.map(Documents::rate).orElse(null),
                  Documents.time(usage.flatMap(known -> known.lastUsed(language))));
            })
        .toList();
  }

  private static OfImage image(ImageUsage image) {
    return new OfImage(
        image.reference().toString(),
        image.count().hits(),
        image.count().misses(),
        Documents.time(image.lastUsed()));
  }
}
