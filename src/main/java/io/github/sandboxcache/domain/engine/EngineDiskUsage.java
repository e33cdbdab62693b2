package io.github.sandboxcache.domain.engine;

import java.util.Collection;
import java.util.HashMap;
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

  /** What a list of images says by itself. */
  public static EngineDiskUsage listed(Collection<EngineImage> images) {
    Map<String, Long> shared = new HashMap<>();
    images.forEach(image -> image.sharedBytes().ifPresent(b -> shared.put(image.id(), b)));
    return new EngineDiskUsage(OptionalLong.empty(), shared);
  }

  /** Copies the map, so that the record never changes. */
  public EngineDiskUsage {
    sharedBytes = Map.copyOf(sharedBytes);
  }
}
