package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.removal.OrphanPlan.KeptOrphan;
import io.github.sandboxcache.domain.task.TaskResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a removal of images without a name did, image by image.
 *
 * @param removed the images that are gone
 * @param kept what stayed, by plan or by what was found at the moment of deletion
 * @param failed what should have gone and did not
 * @param unknown what the engine was asked to remove without saying, in the end, whether it did
 * @param freed the bytes that this freed; empty when layers have not been measured
 * @param measuredBytes by how much the engine's own count of its layers has dropped meanwhile;
 *     empty where nothing was done, and where the engine does not count or not in time
 */
public record OrphanReport(
    List<Orphan> removed,
    List<KeptOrphan> kept,
    List<Trouble> failed,
    List<Trouble> unknown,
    Optional<ByteCount> freed,
    OptionalLong measuredBytes)
    implements TaskResult {
  /** What a removal that did not begin did: nothing. */
  public static final OrphanReport NOTHING =
      new OrphanReport(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.of(ByteCount.ZERO),
          OptionalLong.empty());

  /** Copies the lists, so that the record never changes. */
  public OrphanReport {
    removed = List.copyOf(removed);
    kept = List.copyOf(kept);
    failed = List.copyOf(failed);
    unknown = List.copyOf(unknown);
  }

  /**
   * An image that is not known to be gone although it should be.
   *
   * @param orphan the image
   * @param reason the engine's own words, untrusted
   */
  public record Trouble(Orphan orphan, String reason) {}

  /** What a plan would do, as far as anybody knows now. */
  public static OrphanReport announced(OrphanPlan plan) {
    return new OrphanReport(
        plan.removals(), plan.kept(), List.of(), List.of(), plan.frees(), OptionalLong.empty());
  }

  /** The same with what the engine counted. */
  public OrphanReport measured(OptionalLong bytes) {
    return new OrphanReport(removed, kept, failed, unknown, freed, bytes);
  }

  @Override
  public boolean successful() {
    return failed.isEmpty() && unknown.isEmpty();
  }
}
