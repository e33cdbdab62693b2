package io.github.sandboxcache.domain.catalog;

import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.layers.LayerGraph;
import java.util.Set;

/**
 * What some cached images take on disk, each layer once.
 *
 * @param packages bytes of the layers that only cached images have
 * @param base bytes of the layers that images of others have, too: base images, mostly
 */
public record DiskShare(ByteCount packages, ByteCount base) {
  static DiskShare of(LayerGraph graph, Set<String> ids, Set<String> others) {
    return new DiskShare(graph.onlyIn(ids, others), graph.inCommon(ids, others));
  }

  /** Both together. */
  public ByteCount total() {
    return packages.plus(base);
  }
}
