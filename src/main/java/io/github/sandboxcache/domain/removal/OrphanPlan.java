package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.layers.LayerState;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.orphans.Orphans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a removal of images without a name would do. Nothing has happened yet.
 *
 * @param removals the images to be removed, newest first
 * @param kept those that were chosen and stay, and why
 * @param layers what was known of the layers of all images
 */
public record OrphanPlan(List<Orphan> removals, List<KeptOrphan> kept, LayerState layers) {
  /** A save that takes longer to name what it made is one that failed. */
  public static final Duration TIME_TO_NAME = Duration.ofMinutes(1);

  /** Copies the lists, so that the record never changes. */
  public OrphanPlan {
    removals = List.copyOf(removals);
    kept = List.copyOf(kept);
  }

  /**
   * An image that stays.
   *
   * @param orphan the image
   * @param reason the first reason that applies
   */
  public record KeptOrphan(Orphan orphan, KeepReason reason) {}

  /**
   * Decides for every image that a failed save left and that is chosen.
   *
   * @param now how old the images are counts
   */
  public static OrphanPlan of(Catalog catalog, Predicate<Orphan> chosen, Instant now) {
    ImageFamily family = ImageFamily.of(catalog.snapshot());
    List<Orphan> removals = new ArrayList<>();
    List<KeptOrphan> kept = new ArrayList<>();
    for (Orphan orphan : Orphans.of(catalog.snapshot())) {
      if (chosen.test(orphan)) {
        reasonToKeep(orphan, family, now)
            .ifPresentOrElse(
                reason -> kept.add(new KeptOrphan(orphan, reason)), () -> removals.add(orphan));
      }
    }
    return new OrphanPlan(removals, kept, catalog.layers());
  }

  private static Optional<KeepReason> reasonToKeep(Orphan orphan, ImageFamily family, Instant now) {
    if (!orphan.users().known()) {
      return Optional.of(new KeepReason.UsesUnknown());
    }
    if (!orphan.users().containers().isEmpty()) {
      return Optional.of(new KeepReason.InUse(orphan.users().names()));
    }
    if (isPerhapsBeingSaved(orphan.image(), now)) {
      return Optional.of(new KeepReason.BeingSaved());
    }
    return family
        .parentAtRisk(orphan.image())
        .filter(parent -> family.children(parent.id()).size() < 2)
        .map(parent -> new KeepReason.LastChildOf(ImageFamily.shortId(parent.id())));
  }

  /** Also where nobody knows its age. */
  static boolean isPerhapsBeingSaved(EngineImage image, Instant now) {
    return image.createdAt().filter(made -> made.plus(TIME_TO_NAME).isBefore(now)).isEmpty();
  }

  /** Returns the bytes that all removals free together; empty while layers are being measured. */
  public Optional<ByteCount> frees() {
    return freedBy(removals);
  }

  /** Returns the bytes that those free together; empty while layers are being measured. */
  Optional<ByteCount> freedBy(List<Orphan> some) {
    return Orphans.bytes(some, layers);
  }
}
