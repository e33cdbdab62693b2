package io.github.sandboxcache.domain.catalog;

import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.layers.LayerGraph;
import java.util.Set;

/**
 * What some cached images take on disk, each layer once.
 *
 * @param packages bytes of the layers that hold what was installed: those on top
 * @param base bytes of the layers beneath, whether or not the base image itself is still there
 */
public record DiskShare(ByteCount packages, ByteCount base) {
  static DiskShare of(LayerGraph graph, Set<String> ids, Set<String> others) {
    return new DiskShare(graph.committedBytes(ids, others), graph.beneath(ids, others));
  }

  /** Both together. */
  public ByteCount total() {
    return packages.plus(base);
  }
}
