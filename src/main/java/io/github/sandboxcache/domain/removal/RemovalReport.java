package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.domain.task.TaskResult;
import java.util.List;
import java.util.Optional;

/**
 * What a prune or clear did, image by image.
 *
 * @param removed the references that are gone
 * @param kept what stayed, by plan or by what was found at the moment of deletion
 * @param failed what should have gone and did not
 * @param unknown what the engine was asked to remove without saying, in the end, whether it did
 * @param freed the bytes that this freed; empty when layers have not been measured
 */
public record RemovalReport(
    List<CachedImage> removed,
    List<KeptImage> kept,
    List<FailedRemoval> failed,
    List<UnknownRemoval> unknown,
    Optional<ByteCount> freed)
    implements TaskResult {
  /** Copies the lists, so that the record never changes. */
  public RemovalReport {
    removed = List.copyOf(removed);
    kept = List.copyOf(kept);
    failed = List.copyOf(failed);
    unknown = List.copyOf(unknown);
  }

  /** What a removal that did not begin did: nothing. */
  public static final RemovalReport NOTHING =
      new RemovalReport(List.of(), List.of(), List.of(), List.of(), Optional.of(ByteCount.ZERO));

  /** What a plan would do, as far as anybody knows now. */
  public static RemovalReport announced(RemovalPlan plan) {
    return new RemovalReport(plan.removals(), plan.kept(), List.of(), List.of(), plan.frees());
  }

  /**
   * A removal that the engine refused.
   *
   * @param image the image
   * @param reason the engine's own words, untrusted
   */
  public record FailedRemoval(CachedImage image, String reason) {}

  /**
   * A removal of which nobody can say whether it happened.
   *
   * @param image the image
   * @param reason why the engine did not say, untrusted; empty when its answer was not awaited
   */
  public record UnknownRemoval(CachedImage image, Optional<String> reason) {}

  @Override
  public boolean successful() {
    return failed.isEmpty() && unknown.isEmpty();
  }
}
