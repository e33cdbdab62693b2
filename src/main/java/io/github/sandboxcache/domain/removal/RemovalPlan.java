package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.layers.LayerState;
import io.github.sandboxcache.domain.pins.Pins;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a removal would do to one catalog, decided image by image. Nothing has happened yet.
 *
 * @param policy what was asked for
 * @param removals the images to be removed; an image comes before the one it was made from
 * @param kept those images the policy is about that are kept, and why
 * @param layers what was known of the layers of all images
 */
public record RemovalPlan(
    RemovalPolicy policy, List<CachedImage> removals, List<KeptImage> kept, LayerState layers) {
  /** Copies the lists, so that the record never changes. */
  public RemovalPlan {
    removals = List.copyOf(removals);
    kept = List.copyOf(kept);
  }

  /**
   * An image that is kept.
   *
   * @param image the image
   * @param reason the first reason that applies
   */
  public record KeptImage(CachedImage image, KeepReason reason) {}

  /**
   * Decides for every cached image that the policy is about. If the pins cannot be read, all images
   * are kept.
   */
  public static RemovalPlan of(Catalog catalog, RemovalPolicy policy, Pins pins) {
    return new RemovalPlanner(catalog, policy, pins).plan();
  }

  /**
   * Returns why it is not known what could be removed: nothing will be, but without these doubts
   * something might. Empty if something will be removed, or if all images are kept for known
   * reasons.
   */
  public Set<Doubt> doubts() {
    if (!removals.isEmpty()) {
      return Set.of();
    }
    return kept.stream()
        .flatMap(image -> image.reason().doubt().stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Doubt.class)));
  }

  /** Returns the bytes that all removals free together; empty while layers are being measured. */
  public Optional<ByteCount> frees() {
    return Catalog.freedBy(removals, layers);
  }

  /** Returns the bytes that only that image has; empty while layers are being measured. */
  public Optional<ByteCount> ownBytes(CachedImage image) {
    return layers.graph().map(graph -> graph.ownBytes(image.image().id()));
  }

  /** Returns the same plan for only some of its removals. */
  public RemovalPlan withOnly(List<CachedImage> some) {
    return new RemovalPlan(policy, some, kept, layers);
  }
}
