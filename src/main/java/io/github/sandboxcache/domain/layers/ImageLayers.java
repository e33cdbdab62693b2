package io.github.sandboxcache.domain.layers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an engine says of the layers of one image. Never changes for an image id, so it is read
 * once.
 *
 * @param imageId the engine's id of the image, {@code sha256:…}
 * @param diffIds its layers' diff ids, lowest first
 * @param history the steps that made it, oldest first; more than there are layers, because steps
 *     without a layer are not marked; fewer, or none, where the image lost its history
 * @param unpackedBytes bytes of all its layers as the engine counts them on disk; empty where its
 *     size counts something else, too
 * @param contentBytes bytes of its compressed layers; empty on engines that keep none
 */
public record ImageLayers(
    String imageId,
    List<String> diffIds,
    List<Step> history,
    OptionalLong unpackedBytes,
    OptionalLong contentBytes) {
  /** Copies the lists, so that the record never changes. */
  public ImageLayers {
    diffIds = List.copyOf(diffIds);
    history = List.copyOf(history);
  }

  /**
   * One step of the history.
   *
   * @param bytes of its layer, unpacked; 0 for a step without a layer, and for an empty layer
   * @param createdBy the command, untrusted; may be empty
   * @param createdAt UTC; empty when the engine does not say
   */
  public record Step(long bytes, String createdBy, Optional<Instant> createdAt) {}
}
