package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.DiskShare;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.pins.PinOwners;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.registry.TeamCache;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.domain.usage.Worth;
import io.github.sandboxcache.service.CacheStats;
import io.github.sandboxcache.service.CatalogState;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that the window shows of a cache at one moment.
 *
 * @param state the images, and how far they can be relied on
 * @param stats the same in numbers
 * @param size what its images take together
 * @param languageSizes the same of each language's images, in the order of the languages
 * @param pins what is known of the pins
 * @param owners whose pins these are, where that may be another user than expected
 * @param prune what a prune with the current policy would do; takes nothing while the pins cannot
 *     be read
 * @param usage how well the cache does
 * @param usageReadable whether that could be read; otherwise nothing is known of it
 * @param notRecorded why nothing new of it can be taken down; empty when it is
 * @param team what is known of the team's cache in a registry
 */
public record CacheView(
    CatalogState state,
    CacheStats stats,
    CacheSize size,
    Map<Language, CacheSize> languageSizes,
    Pins pins,
    Optional<PinOwners> owners,
    RemovalPlan prune,
    UsageView usage,
    boolean usageReadable,
    Optional<UsageLedgerException> notRecorded,
    TeamCache team) {
  /** Works out what prune would do. Takes time with many images: not for the FX thread. */
  public static CacheView of(CatalogState state, RemovalPolicy policy, Pins pins, UsageView usage) {
    RemovalPlan prune = RemovalPlan.of(state.catalog(), policy, pins, usage.recent());
    return new CacheView(
        state,
        CacheStats.of(state.catalog()),
        CacheSize.of(state.catalog(), state.catalog().cached()),
        sizes(state.catalog(), state.catalog().byLanguage()),
        pins,
        Optional.empty(),
        prune,
        usage,
        true,
        Optional.empty(),
        TeamCache.UNKNOWN);
  }

  private static Map<Language, CacheSize> sizes(
      Catalog catalog, Map<Language, List<CachedImage>> byLanguage) {
    Map<Language, CacheSize> sizes = new LinkedHashMap<>();
    byLanguage.forEach((language, images) -> sizes.put(language, CacheSize.of(catalog, images)));
    return Collections.unmodifiableMap(sizes);
  }

  /** The same cache with other numbers of its use, and with why no more of them can be kept. */
  public CacheView withUsage(
      UsageView other, boolean readable, Optional<UsageLedgerException> why) {
    return new CacheView(
        state, stats, size, languageSizes, pins, owners, prune, other, readable, why, team);
  }

  /**
   * Some of its images alone, with what they take and how well they do; what is known of the whole
   * cache stays.
   *
   * @param ledger where their lookups are read from: not for the FX thread
   * @throws UsageLedgerException when it cannot be read
   */
  public CacheView only(Set<CacheReference> images, UsageLedger ledger) {
    List<CachedImage> some =
        state.catalog().cached().stream()
            .filter(image -> images.contains(image.reference()))
            .toList();
    return new CacheView(
        state,
        stats,
        CacheSize.of(state.catalog(), some),
        sizes(
            state.catalog(),
            some.stream()
                .collect(
                    Collectors.groupingBy(
                        image -> image.reference().language(), TreeMap::new, Collectors.toList()))),
        pins,
        owners,
        prune,
        usage.only(ledger, images),
        usageReadable,
        notRecorded,
        team);
  }

  /** The same cache with those owners of the pins. */
  CacheView withOwners(Optional<PinOwners> others) {
    return new CacheView(
        state,
        stats,
        size,
        languageSizes,
        pins,
        others,
        prune,
        usage,
        usageReadable,
        notRecorded,
        team);
  }

  /** The same cache with that knowledge of the team's. */
  public CacheView withTeam(TeamCache known) {
    return new CacheView(
        state,
        stats,
        size,
        languageSizes,
        pins,
        owners,
        prune,
        usage,
        usageReadable,
        notRecorded,
        known);
  }

  /** Whether it is about just these images, that policy, pins and use: nothing is outdated. */
  boolean isAbout(CatalogState other, RemovalPolicy policy, Pins pinned, UsageView now) {
    return state.equals(other)
        && prune.policy().equals(policy)
        && pins.equals(pinned)
        && (!policy.goesByUse() || usage.recent().equals(now.recent()));
  }

  /** Whether an image is worth the bytes that only it has, by what it was good for lately. */
  public Worth worth(CachedImage image) {
    return worth(List.of(image), state.catalog().ownBytes(image.image()));
  }

  /** Whether images are worth what they take on disk together, their base included. */
  public Worth worth(Collection<CachedImage> images, CacheSize taken) {
    return worth(images, taken.onDisk().map(DiskShare::total));
  }

  private Worth worth(Collection<CachedImage> images, Optional<ByteCount> bytes) {
    return usage
        .recent()
        .filter(_ -> usageReadable)
        .map(
            uses ->
                uses.worth(
                    images.stream().map(CachedImage::reference).toList(),
                    images.stream()
                        .flatMap(image -> image.image().createdAt().stream())
                        .min(Comparator.naturalOrder()),
                    bytes.map(ByteCount::knownBytes).orElse(OptionalLong.empty())))
        .orElse(Worth.UNKNOWN);
  }

  /**
   * What sandboxes missed lately. What is cached now is among it only while that is known for
   * certain: not from a list that may be outdated.
   */
  public List<MissedSet> missed() {
    boolean current = state.freshness() == CatalogState.Freshness.CURRENT;
    return usage.missed().stream().filter(set -> current || !set.cached()).toList();
  }

  /** What is not known, so that it cannot be said what a prune could take. */
  public PruneDoubts doubts() {
    return PruneDoubts.of(prune, pins, state.catalog());
  }

  /** Whether the engine's images are not known yet, not even from last time. */
  public boolean isUnknown() {
    return state.freshness() == CatalogState.Freshness.UNKNOWN;
  }
}
