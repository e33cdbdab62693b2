package io.github.sandboxcache.removal;

import io.github.sandboxcache.catalog.CachedImage;
import io.github.sandboxcache.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.task.TaskResult;
import java.util.List;

/**
 * What a prune or clear did, image by image.
 *
 * @param removed the references that are gone
 * @param kept what stayed, by plan or by what was found at the moment of deletion
 * @param failed what should have gone and did not
 */
public record RemovalReport(
    List<CachedImage> removed, List<KeptImage> kept, List<FailedRemoval> failed)
    implements TaskResult {
  /** Copies the lists, so that the record never changes. */
  public RemovalReport {
    removed = List.copyOf(removed);
    kept = List.copyOf(kept);
    failed = List.copyOf(failed);
  }

  /**
   * A removal that the engine refused.
   *
   * @param image the image
   * @param reason the engine's own words, untrusted
   */
  public record FailedRemoval(CachedImage image, String reason) {}

  @Override
  public boolean successful() {
    return failed.isEmpty();
  }
}
