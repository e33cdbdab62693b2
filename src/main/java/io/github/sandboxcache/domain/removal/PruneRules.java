package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.DiskShare;
import io.github.sandboxcache.domain.layers.LayerGraph;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Budget;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Chosen;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepUsed;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Prune;
import io.github.sandboxcache.domain.removal.RemovalPolicy.UnusedFor;
import io.github.sandboxcache.domain.usage.RecentUses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rules of a prune keep, before containers, pins and children speak for an image. Used
 * once; images are told apart by their engine reference.
 */
final class PruneRules {
  private final Catalog catalog;
  private final Prune policy;
  private final Pins pins;
  private final Optional<RecentUses> uses;
  private final Map<String, KeepReason> kept = new HashMap<>();

  PruneRules(Catalog catalog, Prune policy, Pins pins, Optional<RecentUses> uses) {
    this.catalog = catalog;
    this.policy = policy;
    this.pins = pins;
    this.uses = uses;
  }

  Map<String, KeepReason> kept() {
    List<CachedImage> inCommonBudget = new ArrayList<>();
    catalog
        .byLanguage()
        .forEach(
            (language, images) -> {
              if (!policy.isAbout(language)) {
                return;
              }
              boolean own = policy.ofLanguage().containsKey(language);
              switch (policy.of(language)) {
                case KeepNewest(int count) -> keepNewest(images, count);
                case KeepUsed(int count) -> keepUsed(images, count);
                case UnusedFor(Duration span) -> keepUsedWithin(images, span);
                case Budget(long bytes) when own -> keepWithin(images, bytes);
                case Budget _ -> inCommonBudget.addAll(images);
              }
            });
    if (policy.rule() instanceof Budget(long bytes)) {
      keepWithin(inCommonBudget, bytes);
    }
    catalog.cached().stream()
        .filter(image -> policy.except().contains(image.reference()))
        .forEach(image -> keep(image, new KeepReason.Excepted()));
    return kept;
  }

  private void keep(CachedImage image, KeepReason reason) {
    kept.put(image.engineReference(), reason);
  }

  /** What stays anyway is not counted. */
  private Stream<CachedImage> counted(List<CachedImage> images) {
    return images.stream()
        .filter(image -> !pins.isMarked(image.reference()))
        .filter(image -> !policy.except().contains(image.reference()));
  }

  private void keepNewest(List<CachedImage> images, int count) {
    counted(images)
        .filter(image -> image.image().createdAt().isPresent())
        .limit(count)
        .forEach(image -> keep(image, new KeepReason.Newest(count)));
    images.stream()
        .filter(image -> image.image().createdAt().isEmpty())
        .forEach(image -> keep(image, new KeepReason.AgeUnknown()));
  }

  private void keepUsed(List<CachedImage> images, int count) {
    if (uses.isEmpty()) {
      images.forEach(image -> keep(image, new KeepReason.NotWatched(Optional.empty())));
      return;
    }
    Map<CachedImage, Instant> times = new HashMap<>();
    images.forEach(image -> usedAt(image, uses.get()).ifPresent(time -> times.put(image, time)));
    counted(images)
        .filter(times::containsKey)
        .sorted(Comparator.comparing((CachedImage image) -> times.get(image)).reversed())
        .limit(count)
        .forEach(image -> keep(image, new KeepReason.RecentlyUsed(count)));
    images.stream()
        .filter(image -> !times.containsKey(image))
        .forEach(image -> keep(image, new KeepReason.AgeUnknown()));
  }

  private void keepUsedWithin(List<CachedImage> images, Duration span) {
    Optional<Instant> since = uses.flatMap(RecentUses::since);
    boolean watched = uses.filter(known -> known.cover(span)).isPresent();
    for (CachedImage image : images) {
      Optional<Instant> used = uses.flatMap(known -> usedAt(image, known));
      if (used.isPresent() && used.get().isAfter(uses.get().now().minus(span))) {
        keep(image, new KeepReason.UsedWithin(span));
      } else if (!watched) {
        keep(image, new KeepReason.NotWatched(since));
      } else if (used.isEmpty()) {
        keep(image, new KeepReason.AgeUnknown());
      }
    }
  }

  /** When it was last used: at the latest when it was made. */
  private static Optional<Instant> usedAt(CachedImage image, RecentUses uses) {
    return Stream.concat(
            uses.of(image.reference()).lastUsed().stream(), image.image().createdAt().stream())
        .max(Comparator.naturalOrder());
  }

  private void keepWithin(List<CachedImage> images, long bytes) {
    Optional<LayerGraph> graph = catalog.layers().graph();
    Optional<DiskShare> now = catalog.onDisk(images).filter(share -> share.total().known());
    if (graph.isEmpty() || now.isEmpty()) {
      images.forEach(image -> keep(image, new KeepReason.SizesUnknown()));
    } else if (uses.isEmpty()) {
      images.forEach(image -> keep(image, new KeepReason.NotWatched(Optional.empty())));
    } else {
      long tooMany = now.get().total().bytes() - bytes;
      Set<String> given = graph.get().cheapestToFree(losses(images, uses.get()), tooMany);
      Set<String> enough = fewest(List.copyOf(given), images, graph.get(), bytes);
      images.stream()
          .filter(image -> !enough.contains(image.image().id()))
          .forEach(image -> keep(image, new KeepReason.WithinBudget(bytes)));
    }
  }

  /**
   * The first of those that are given up after which the rest takes no more than that. With the
   * last image on a base, the base no longer counts, although it stays and frees nothing.
   */
  private static Set<String> fewest(
      List<String> given, List<CachedImage> images, LayerGraph graph, long bytes) {
    Set<String> all = images.stream().map(image -> image.image().id()).collect(Collectors.toSet());
    int tooFew = -1;
    int enough = given.size();
    while (enough - tooFew > 1) {
      int some = (tooFew + enough) / 2;
      Set<String> rest = new HashSet<>(all);
      given.subList(0, some).forEach(rest::remove);
      if (graph.onDisk(rest).bytes() <= bytes) {
        enough = some;
      } else {
        tooFew = some;
      }
    }
    return Set.copyOf(given.subList(0, enough));
  }

  /** What is lost with each image that nothing else keeps, by id. */
  private Map<String, Double> losses(List<CachedImage> images, RecentUses known) {
    Set<CacheReference> wanted =
        counted(images).map(CachedImage::reference).collect(Collectors.toSet());
    List<CachedImage> removable =
        RemovalPlan.of(catalog, new Chosen(wanted), pins, uses).removals();
    Set<String> names =
        removable.stream().map(CachedImage::engineReference).collect(Collectors.toSet());
    Duration otherwise = ImageValue.typicalInstall(known);
    Map<String, Double> losses = new HashMap<>();
    for (CachedImage image : removable) {
      // It takes its bytes for as long as it has any name.
      if (names.containsAll(new HashSet<>(image.image().references()))) {
        losses.merge(
            image.image().id(), ImageValue.of(image, known).seconds(otherwise), Double::sum);
      }
    }
    return losses;
  }
}
