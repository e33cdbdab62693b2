package io.github.sandboxcache.domain.engine;

import java.util.Map;
import java.util.OptionalLong;

/**
 * How an engine counts what its images take on disk.
 *
 * @param layersBytes bytes of all layers, each once; empty where the engine has no count
 * @param sharedBytes bytes of the layers that other images have, too, by image id; only what the
 *     list of images does not say
 */
public record EngineDiskUsage(OptionalLong layersBytes, Map<String, Long> sharedBytes) {
  /** What an engine without a count says. */
  public static final EngineDiskUsage UNKNOWN = new EngineDiskUsage(OptionalLong.empty(), Map.of());

  /** Copies the map, so that the record never changes. */
  public EngineDiskUsage {
    sharedBytes = Map.copyOf(sharedBytes);
  }
}
