package io.github.sandboxcache.domain.layers;

import java.util.OptionalLong;

/**
 * An image in the graph, with what the engine's list says of it at that moment.
 *
 * @param sharedBytes bytes of the layers that others have, too; empty when the engine does not say
 * @param countedByOthers whether the engine takes it into account in the shared bytes of others:
 *     Docker before 23 leaves out the parents without a name
 */
public record LayeredImage(ImageLayers layers, OptionalLong sharedBytes, boolean countedByOthers) {
  /** The engine's id of the image. */
  public String id() {
    return layers.imageId();
  }
}
