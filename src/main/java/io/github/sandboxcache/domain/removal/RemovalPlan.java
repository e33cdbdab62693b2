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
 * @param removals what goes; an image made from another one stands before it
 * @param kept what stays of the images it is about, and why
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

  /**
   * Decides for every cached image that the policy is about. While the pins cannot be read, nothing
   * goes.
   */
  public static RemovalPlan of(Catalog catalog, RemovalPolicy policy, Pins pins) {
    return new RemovalPlanner(catalog, policy, pins).plan();
  }

  /**
   * Why it is not known what could go: nothing goes, and without these doubts something might.
   * Empty when something goes, and when all stays for reasons that are known.
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
   * The removals that free disk space: those whose image goes with them. An image that keeps
   * another reference only loses a name.
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
