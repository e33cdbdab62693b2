package io.github.sandboxcache.domain.catalog;

import io.github.sandboxcache.domain.engine.EngineImage;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The sizes of several images added up, each image counted once however many references it has.
 *
 * @param bytes of the images whose size is known
 * @param unknown how many images were left out because the engine does not tell their size
 */
public record TotalSize(long bytes, int unknown) {
  /** Adds up the sizes of those images. */
  public static TotalSize of(Collection<CachedImage> images) {
    Map<String, EngineImage> distinct = new HashMap<>();
    images.forEach(image -> distinct.put(image.image().id(), image.image()));
    long bytes = 0;
    int unknown = 0;
    for (EngineImage image : distinct.values()) {
      bytes += image.sizeBytes().orElse(0);
      unknown += image.sizeBytes().isEmpty() ? 1 : 0;
    }
    return new TotalSize(bytes, unknown);
  }

  /** The sum, unless there are images and nothing is known of any. */
  public OptionalLong known() {
    return unknown > 0 && bytes == 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
  }
}
