package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.pins.Pins;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a removal would do to one catalog, decided image by image. Nothing has happened yet.
 *
 * @param policy what was asked for
 * @param removals the images to be removed; an image comes before the one it was made from
 * @param kept those images the policy is about that are kept, and why
 */
public record RemovalPlan(RemovalPolicy policy, List<CachedImage> removals, List<KeptImage> kept) {
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

  /**
   * Returns the removals that free disk space: those whose image is deleted with them. An image
   * that keeps another reference only loses a name.
   */
  public List<CachedImage> freeing() {
    Map<String, Long> going =
        removals.stream()
            .collect(Collectors.groupingBy(image -> image.image().id(), Collectors.counting()));
    return removals.stream()
        .filter(
            image ->
                going.getOrDefault(image.image().id(), 0L) == image.image().references().size())
        .toList();
  }
}
