package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.layers.LayerState;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.usage.RecentUse;
import io.github.sandboxcache.domain.usage.RecentUses;
import io.github.sandboxcache.domain.usage.Thresholds;
import java.time.Duration;
import java.util.Collection;
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
 * @param uses what was known of the use of images; empty when nothing was
 */
public record RemovalPlan(
    RemovalPolicy policy,
    List<CachedImage> removals,
    List<KeptImage> kept,
    LayerState layers,
    Optional<RecentUses> uses) {
  /** To remove nothing, while nothing is known. */
  public static final RemovalPlan NOTHING =
      new RemovalPlan(
          new RemovalPolicy.Chosen(Set.of()),
          List.of(),
          List.of(),
          LayerState.nothing(),
          Optional.empty());

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
  public static RemovalPlan of(
      Catalog catalog, RemovalPolicy policy, Pins pins, Optional<RecentUses> uses) {
    // Of what nobody has looked at, no use is not none.
    return new RemovalPlanner(catalog, policy, pins, uses.filter(RecentUses::any)).plan();
  }

  /** The same where nothing is known of uses. */
  public static RemovalPlan of(Catalog catalog, RemovalPolicy policy, Pins pins) {
    return of(catalog, policy, pins, Optional.empty());
  }

  /**
   * What the removals cost.
   *
   * @param hits how many hits these images had lately
   * @param allHits how many hits all images had lately
   * @param rebuild how long it would take to install them again, as far as that is known
   * @param unknownRebuilds how many of them nobody knows that of
   */
  public record Cost(long hits, long allHits, Duration rebuild, int unknownRebuilds) {
    private static final int ALL_PERCENT = 100;

    /** Whether these images served so many of the hits that they would be missed. */
    public boolean isDear() {
      return hits * ALL_PERCENT > allHits * Thresholds.DEAR_PERCENT;
    }
  }

  /** What the removals cost; empty when nothing is known of uses. */
  public Optional<Cost> cost() {
    return uses.map(known -> cost(removals, known));
  }

  /** The same of some of them. */
  public Optional<Cost> cost(Collection<CachedImage> some) {
    return uses.map(known -> cost(some, known));
  }

  /**
   * Whether the hits say what a removal costs: where they were hardly counted yet, none is not
   * known to be none.
   *
   * @param cost of this plan or of some of its removals
   */
  public boolean isTelling(Cost cost) {
    return cost.hits() > 0 || uses.filter(known -> known.cover(Thresholds.LONG_ENOUGH)).isPresent();
  }

  private static Cost cost(Collection<CachedImage> removals, RecentUses known) {
    long hits = 0;
    Duration rebuild = Duration.ZERO;
    int unknown = 0;
    for (CachedImage image : removals) {
      RecentUse use = known.of(image.reference());
      hits += use.hits();
      rebuild = rebuild.plus(use.installTime().orElse(Duration.ZERO));
      unknown += use.installTime().isPresent() ? 0 : 1;
    }
    return new Cost(hits, known.hits(), rebuild, unknown);
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

  /** Returns the bytes that only that image has; empty where the layers do not tell it. */
  public Optional<ByteCount> ownBytes(CachedImage image) {
    return layers
        .graph()
        .filter(graph -> graph.knows(image.image().id()))
        .map(graph -> graph.ownBytes(image.image().id()));
  }

  /** Returns the same plan for only some of its removals. */
  public RemovalPlan withOnly(List<CachedImage> some) {
    return new RemovalPlan(policy, some, kept, layers, uses);
  }
}
