package io.github.sandboxcache.domain.layers;

import java.util.Optional;

/** What is known of the layers of an engine's images at one moment. */
public sealed interface LayerState {
  /** Nothing yet. */
  static LayerState nothing() {
    return new Measuring(0, 0);
  }

  /** The layers, once those of every image are known. */
  default Optional<LayerGraph> graph() {
    return this instanceof Measured(LayerGraph graph) ? Optional.of(graph) : Optional.empty();
  }

  /**
   * Some images are still unknown, and any of them may share the layers of the others.
   *
   * @param done how many images are known
   * @param total how many there are
   */
  record Measuring(int done, int total) implements LayerState {}

  /** Every image is known. */
  record Measured(LayerGraph layers) implements LayerState {}
}
