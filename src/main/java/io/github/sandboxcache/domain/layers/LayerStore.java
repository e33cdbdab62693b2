package io.github.sandboxcache.domain.layers;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Keeps what engines said of the layers of their images, so that nobody asks twice. Losing it costs
 * nothing but time: no method throws, failures are logged. Thread-safe.
 */
public interface LayerStore {
  /** Keeps nothing. */
  LayerStore NONE =
      new LayerStore() {
        @Override
        public Map<String, ImageLayers> load(String engine) {
          return Map.of();
        }

        @Override
        public void save(String engine, Collection<ImageLayers> layers) {}

        @Override
        public void keepOnly(String engine, Set<String> imageIds) {}
      };

  /**
   * What is kept of an engine's images, by image id.
   *
   * @param engine the URI it is reached at
   */
  Map<String, ImageLayers> load(String engine);

  /** Keeps the layers of some more images. */
  void save(String engine, Collection<ImageLayers> layers);

  /** Forgets the images that the engine no longer has. */
  void keepOnly(String engine, Set<String> imageIds);
}
