package io.github.sandboxcache.domain.layers;

import java.time.Instant;
import java.util.Optional;

/**
 * One layer of an image.
 *
 * @param images how many images of the engine have it, 1 or more
 * @param createdBy the command that made it, untrusted; empty when the engine does not say
 * @param createdAt UTC; empty when the engine does not say
 */
public record Layer(
    String diffId, ByteCount size, int images, String createdBy, Optional<Instant> createdAt) {
  /** Whether no other image has it, so that it is freed when its image is removed. */
  public boolean own() {
    return images == 1;
  }
}
