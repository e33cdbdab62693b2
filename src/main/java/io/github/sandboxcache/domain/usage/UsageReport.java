package io.github.sandboxcache.domain.usage;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How well the cache did in a range of time.
 *
 * @param range the range
 * @param images every image that any fact is about, also those without lookups in the range
 * @param byLanguage hits and misses of each language with lookups in the range
 * @param packages the packages that were looked for, that in most hits first, ties by name
 * @param saved an estimate of the time that hits saved: for each the median install time of its
 *     image, else of its language; empty when there are hits but no install time is known
 * @param installTimes the median install time of each language where known
 */
public record UsageReport(
    TimeRange range,
    Map<CacheReference, ImageUsage> images,
    Map<Language, HitCount> byLanguage,
    List<PackageUse> packages,
    Optional<Duration> saved,
    Map<Language, Duration> installTimes) {
  /** How many packages a report names. */
  public static final int TOP_PACKAGES = 20;

  /** The report of a ledger without facts. */
  public static final UsageReport EMPTY =
      new UsageReport(
          TimeRange.ALL, Map.of(), Map.of(), List.of(), Optional.of(Duration.ZERO), Map.of());

  /** Copies the collections, so that the record never changes. */
  public UsageReport {
    images = Map.copyOf(images);
    byLanguage = Map.copyOf(byLanguage);
    packages = List.copyOf(packages);
    installTimes = Map.copyOf(installTimes);
  }

  /**
   * How often a package was part of a hit.
   *
   * @param language the language it belongs to
   * @param name its name without version or extras
   * @param hits 1 or more
   */
  public record PackageHits(Language language, String name, long hits) {}

  /**
   * Sums up what is known of single images.
   *
   * @param languageInstallTime the median install time of each language where known
   * @param naming tells packages from their versions
   */
  public static UsageReport of(
      TimeRange range,
      Collection<ImageUsage> images,
      Map<Language, Duration> languageInstallTime,
      PackageNaming naming) {
    Map<CacheReference, ImageUsage> byReference = new HashMap<>();
    Map<Language, HitCount> byLanguage = new HashMap<>();
    for (ImageUsage image : images) {
      byReference.put(image.reference(), image);
      if (image.count().lookups() > 0) {
        byLanguage.merge(image.reference().language(), image.count(), HitCount::plus);
      }
    }
    return new UsageReport(
        range,
        byReference,
        byLanguage,
        PackageUse.of(images, naming),
        saved(images, languageInstallTime),
        languageInstallTime);
  }

  /** The same of some images alone. */
  public UsageReport only(Predicate<CacheReference> which) {
    Map<CacheReference, ImageUsage> some = new HashMap<>();
    Map<Language, HitCount> lookups = new HashMap<>();
    for (ImageUsage image : images.values()) {
      if (which.test(image.reference())) {
        some.put(image.reference(), image);
        if (image.count().lookups() > 0) {
          lookups.merge(image.reference().language(), image.count(), HitCount::plus);
        }
      }
    }
    return new UsageReport(
        range,
        some,
        lookups,
        packages.stream()
            .map(each -> each.within(some))
            .filter(each -> !each.images().isEmpty())
            .sorted(PackageUse::mostHitsFirst)
            .toList(),
        saved(some.values(), installTimes),
        installTimes);
  }

  /** The packages in most hits, most first, ties by name; {@value #TOP_PACKAGES} at most. */
  public List<PackageHits> topPackages() {
    return packages.stream()
        .filter(each -> each.hits() > 0)
        .limit(TOP_PACKAGES)
        .map(each -> new PackageHits(each.language(), each.name(), each.hits()))
        .toList();
  }

  private static Optional<Duration> saved(
      Collection<ImageUsage> images, Map<Language, Duration> installTimes) {
    Duration sum = Duration.ZERO;
    boolean known = false;
    boolean hit = false;
    for (ImageUsage image : images) {
      if (image.count().hits() > 0) {
        hit = true;
        Optional<Duration> one = saved(image, installTimes);
        known |= one.isPresent();
        sum = sum.plus(one.orElse(Duration.ZERO));
      }
    }
    return known || !hit ? Optional.of(sum) : Optional.empty();
  }

  private static Optional<Duration> saved(ImageUsage image, Map<Language, Duration> installTimes) {
    return image.count().hits() == 0
        ? Optional.of(Duration.ZERO)
        : image
            .installTime()
            .or(() -> Optional.ofNullable(installTimes.get(image.reference().language())))
            .map(time -> time.multipliedBy(image.count().hits()));
  }

  /** The same estimate for the hits of one image. */
  public Optional<Duration> saved(CacheReference reference) {
    return saved(of(reference), installTimes);
  }

  /** The same estimate for the hits of some images. */
  public Optional<Duration> saved(Collection<CacheReference> references) {
    return saved(references.stream().map(this::of).toList(), installTimes);
  }

  /**
   * An estimate of the time that sandboxes waited for misses, by language: for each miss the median
   * install time of its image, else of the language. A language is absent when none of its misses
   * has a known one, and where there are no misses.
   */
  public Map<Language, Duration> waited() {
    Map<Language, Duration> sums = new HashMap<>();
    for (ImageUsage image : images.values()) {
      if (image.count().misses() > 0) {
        Language language = image.reference().language();
        image
            .installTime()
            .or(() -> Optional.ofNullable(installTimes.get(language)))
            .map(time -> time.multipliedBy(image.count().misses()))
            .ifPresent(time -> sums.merge(language, time, Duration::plus));
      }
    }
    return Map.copyOf(sums);
  }

  /** Hits and misses of one language. */
  public HitCount of(Language language) {
    return byLanguage.getOrDefault(language, HitCount.NONE);
  }

  /** What is known of one image. */
  public ImageUsage of(CacheReference reference) {
    return images.getOrDefault(reference, ImageUsage.unknown(reference));
  }

  /** Hits and misses of all languages together. */
  public HitCount total() {
    return byLanguage.values().stream().reduce(HitCount.NONE, HitCount::plus);
  }

  /** When any image of a language was last hit, used or installed, UTC; empty when never. */
  public Optional<Instant> lastUsed(Language language) {
    return images.values().stream()
        .filter(image -> image.reference().language().equals(language))
        .flatMap(image -> image.lastUsed().stream())
        .max(Comparator.naturalOrder());
  }

  /** The images with most hits, most first, ties by reference. */
  public List<ImageUsage> topImages(int limit) {
    return images.values().stream()
        .filter(image -> image.count().hits() > 0)
        .sorted(
            Comparator.comparingLong((ImageUsage image) -> image.count().hits())
                .reversed()
                .thenComparing(image -> image.reference().toString()))
        .limit(limit)
        .toList();
  }
}
