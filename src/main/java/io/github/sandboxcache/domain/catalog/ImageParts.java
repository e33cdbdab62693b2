package io.github.sandboxcache.domain.catalog;

import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.layers.Layer;
import io.github.sandboxcache.domain.layers.LayerGraph;
import java.util.List;

/**
 * What an image is made of: its layers, and whose they are.
 *
 * @param base what it was made from
 * @param layers lowest first
 * @param baseLayers how many of the lowest layers are the base's
 * @param baseBytes what the layers of the base take; 0 when the engine no longer has it
 * @param sharedBytes what the layers above take that other images have, too
 * @param ownBytes what the layers take that no other image has
 */
public record ImageParts(
    ImageBase base,
    List<Layer> layers,
    int baseLayers,
    ByteCount baseBytes,
    ByteCount sharedBytes,
    ByteCount ownBytes) {
  /** Copies the list, so that the record never changes. */
  public ImageParts {
    layers = List.copyOf(layers);
  }

  /** Whose a layer is. */
  public enum Part {
    /** The base's. */
    BASE,
    /** Above the base, and other images have it, too. */
    SHARED,
    /** No other image has it. */
    OWN
  }

  static ImageParts of(EngineImage image, Catalog catalog, LayerGraph graph) {
    ImageBase found = ImageBase.of(image, catalog.snapshot(), graph::diffIds);
    List<Layer> layers = graph.layers(image.id());
    // Without a base, how much of the layers would be its is a guess.
    int baseLayers = found.image().isPresent() ? found.layers() : 0;
    int ownFrom = baseLayers;
    while (ownFrom < layers.size() && !layers.get(ownFrom).own()) {
      ownFrom++;
    }
    return new ImageParts(
        found,
        layers,
        baseLayers,
        graph.bytes(image.id(), 0, baseLayers),
        graph.bytes(image.id(), baseLayers, ownFrom),
        graph.bytes(image.id(), ownFrom, layers.size()));
  }

  /** Whose that layer is, counted from the lowest, which is 0. */
  public Part part(int layer) {
    if (layer < baseLayers) {
      return Part.BASE;
    }
    return layers.get(layer).own() ? Part.OWN : Part.SHARED;
  }

  /** Whether it has layers above the base that other images have, too. */
  public boolean hasShared() {
    return baseLayers < layers.size() && !layers.get(baseLayers).own();
  }

  /** How many other images have all layers of the base. */
  public int baseSharedWith() {
    return baseLayers == 0 ? 0 : layers.get(baseLayers - 1).images() - 1;
  }

  /** How many other images have the lowest layer above the base. */
  public int sharedWith() {
    return baseLayers == layers.size() ? 0 : layers.get(baseLayers).images() - 1;
  }

  /** All layers together. */
  public ByteCount total() {
    return baseBytes.plus(sharedBytes).plus(ownBytes);
  }
}
