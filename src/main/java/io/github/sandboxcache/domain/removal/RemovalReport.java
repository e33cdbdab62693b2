package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.domain.task.TaskResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a prune or clear did, image by image.
 *
 * @param removed the references that are gone
 * @param kept what stayed, by plan or by what was found at the moment of deletion
 * @param failed what should have gone and did not
 * @param unknown what the engine was asked to remove without saying, in the end, whether it did
 * @param freed the bytes that only the removed images had; empty when layers have not been measured
 * @param measuredBytes by how much the engine's own count dropped meanwhile; with a minus where
 *     somebody else made larger images; empty where it has none, or does not say in time
 */
public record RemovalReport(
    List<CachedImage> removed,
    List<KeptImage> kept,
    List<FailedRemoval> failed,
    List<UnknownRemoval> unknown,
    Optional<ByteCount> freed,
    OptionalLong measuredBytes)
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
      new RemovalReport(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.of(ByteCount.ZERO),
          OptionalLong.empty());

  /** What a plan would do, as far as anybody knows now. */
  public static RemovalReport announced(RemovalPlan plan) {
    return new RemovalReport(
        plan.removals(), plan.kept(), List.of(), List.of(), plan.frees(), OptionalLong.empty());
  }

  /** The same with what the engine counted. */
  public RemovalReport measured(OptionalLong bytes) {
    return new RemovalReport(removed, kept, failed, unknown, freed, bytes);
  }

  /**
   * How many bytes more, or with a minus less, the engine counted as freed than the removed images
   * had: by so much something else changed meanwhile. Empty where either is not known exactly.
   */
  public OptionalLong unexplainedBytes() {
    return freed.isPresent() && freed.get().exact() && measuredBytes.isPresent()
        ? OptionalLong.of(measuredBytes.getAsLong() - freed.get().bytes())
        : OptionalLong.empty();
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
