package io.github.sandboxcache.domain.restore;

import io.github.sandboxcache.domain.task.TaskResult;
import java.util.List;

/**
 * What became of the images that were to be made again.
 *
 * @param images in the order in which they were asked for
 */
public record RestoreReport(List<RestoredImage> images) implements TaskResult {
  /** No image was asked for. */
  public static final RestoreReport NOTHING = new RestoreReport(List.of());

  /** Copies the list, so that the record never changes. */
  public RestoreReport {
    images = List.copyOf(images);
  }

  @Override
  public boolean successful() {
    return images.stream().allMatch(RestoredImage::isThere);
  }
}
