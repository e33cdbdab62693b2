package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.catalog.BaseImage;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.usage.ImageUsage;
import io.github.sandboxcache.service.Overview;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which images {@code ls} lists, and in which order. What is not known of an image keeps it in the
 * list, at its end.
 *
 * @param language only images of that language
 * @param minBytes only cached images with so many bytes of their own
 * @param unusedSince only cached images that nobody has used since then, as far as is recorded, and
 *     that are at least as old and in no container now
 * @param order empty for the order of languages, and newest first in each
 */
record ListChoice(
    Optional<String> language,
    Optional<Long> minBytes,
    Optional<Instant> unusedSince,
    Optional<Order> order) {

  /** By what cached images are sorted. */
  enum Order {
    /** The most bytes of their own first. */
    SIZE,
    /** The most recently used first. */
    USED,
    /** The most hits first. */
    HITS,
    /** The newest first. */
    CREATED,
    /** By reference. */
    NAME
  }

  /**
   * The images to be listed.
   *
   * @param catalog all there are
   */
  record Listed(Catalog catalog, List<CachedImage> cached, List<BaseImage> base) {}

  /** Chooses among the images of that moment. */
  Listed of(Overview seen) {
    Catalog catalog = seen.catalog();
    List<CachedImage> cached =
        catalog.cached().stream()
            .filter(image -> language.filter(l -> !l.equals(image.language().name())).isEmpty())
            .filter(image -> minBytes.filter(min -> isSmaller(image, min, catalog)).isEmpty())
            .filter(image -> unusedSince.filter(since -> isUsed(image, since, seen)).isEmpty())
            .toList();
    return new Listed(
        catalog,
        order.map(by -> cached.stream().sorted(comparator(by, seen)).toList()).orElse(cached),
        catalog.base().stream().filter(this::isChosen).toList());
  }

  /** Nothing else is about base images. */
  private boolean isChosen(BaseImage base) {
    return minBytes.isEmpty()
        && unusedSince.isEmpty()
        && language.filter(name -> !name.equals(base.reference().name())).isEmpty();
  }

  private static boolean isSmaller(CachedImage image, long min, Catalog catalog) {
    return ownBytes(image, catalog).filter(own -> own < min).isPresent();
  }

  private static boolean isUsed(CachedImage image, Instant since, Overview seen) {
    boolean inContainer = image.users().known() && !image.users().names().isEmpty();
    boolean used = lastUsed(image, seen).filter(time -> time.isAfter(since)).isPresent();
    boolean young = image.image().createdAt().filter(time -> time.isAfter(since)).isPresent();
    return inContainer || used || young;
  }

  private static Comparator<CachedImage> comparator(Order order, Overview seen) {
    return switch (order) {
      case SIZE -> descending(image -> ownBytes(image, seen.catalog()));
      case USED -> descending(image -> lastUsed(image, seen));
      case HITS -> descending(image -> usage(image, seen).map(own -> own.count().hits()));
      case CREATED -> Catalog.NEWEST_FIRST;
      case NAME -> Comparator.comparing(image -> image.reference().toString());
    };
  }

  private static <T extends Comparable<T>> Comparator<CachedImage> descending(
      Function<CachedImage, Optional<T>> key) {
    return Comparator.comparing(
            key,
            (a, b) ->
                a.isPresent() && b.isPresent()
                    ? b.get().compareTo(a.get())
                    : Boolean.compare(a.isEmpty(), b.isEmpty()))
        .thenComparing(Catalog.NEWEST_FIRST);
  }

  private static Optional<Long> ownBytes(CachedImage image, Catalog catalog) {
    return catalog.ownBytes(image.image()).filter(ByteCount::known).map(ByteCount::bytes);
  }

  private static Optional<Instant> lastUsed(CachedImage image, Overview seen) {
    return usage(image, seen).flatMap(ImageUsage::lastUsed);
  }

  private static Optional<ImageUsage> usage(CachedImage image, Overview seen) {
    return seen.usage().map(report -> report.of(image.reference()));
  }
}
