package io.github.sandboxcache.domain.layers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One layer of an image.
 *
 * @param diffId of what is in it, {@code sha256:…}
 * @param size bytes that it takes on disk
 * @param imageIds the images of the engine that have it, 1 or more
 * @param createdBy the command that made it, untrusted; empty when the engine does not say
 * @param createdAt UTC; empty when the engine does not say
 */
public record Layer(
    String diffId,
    ByteCount size,
    List<String> imageIds,
    String createdBy,
    Optional<Instant> createdAt) {
  /** Copies the list, so that the record never changes. */
  public Layer {
    imageIds = List.copyOf(imageIds);
  }

  /** How many images have it, 1 or more. */
  public int images() {
    return imageIds.size();
  }

  /** Whether no other image has it, so that it is freed when its image is removed. */
  public boolean own() {
    return images() == 1;
  }
}
