package io.github.sandboxcache.removal;

import io.github.sandboxcache.catalog.CachedImage;
import io.github.sandboxcache.catalog.Catalog;
import java.util.List;

/**
 * What a prune or clear would do to one catalog, decided image by image. Nothing has happened yet.
 *
 * @param policy what was asked for
 * @param removals what goes; an image made from another one stands before it
 * @param kept what stays, and why
 */
public record RemovalPlan(RemovalPolicy policy, List<CachedImage> removals, List<KeptImage> kept) {
  /** Copies the lists, so that the record never changes. */
  public RemovalPlan {
    removals = List.copyOf(removals);
    kept = List.copyOf(kept);
  }

  /**
   * An image that stays.
   *
   * @param image the image
   * @param reason the first reason that holds
   */
  public record KeptImage(CachedImage image, KeepReason reason) {}

  /** Decides for every cached image of the catalog. */
  public static RemovalPlan of(Catalog catalog, RemovalPolicy policy) {
    return new RemovalPlanner(catalog, policy).plan();
  }

  /**
   * Bytes that only the removed images hold, so the least that comes free; layers that only removed
   * images share come on top. Images of unknown own size count as 0.
   */
  public long ownBytes() {
    return removals.stream()
        .map(CachedImage::image)
        .distinct()
        .mapToLong(image -> image.ownBytes().orElse(0))
        .sum();
  }

  /** Bytes of the removed images, layers shared with others included. */
  public long sizeBytes() {
    return Catalog.sizeBytes(removals);
  }
}
