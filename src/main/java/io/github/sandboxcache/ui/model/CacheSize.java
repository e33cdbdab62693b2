package io.github.sandboxcache.ui.model;

import io.github.sandboxcache.catalog.CachedImage;
import io.github.sandboxcache.port.EngineImage;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How large some images are together, as far as the engine says so.
 *
 * @param totalBytes the images' sizes added up, layers they share counted with each; never less
 *     than what they take on disk
 * @param ownBytes bytes that only one image holds, added up; never more than what they take on disk
 * @param ownKnown whether the engine said of at least one image what it shares
 */
public record CacheSize(long totalBytes, long ownBytes, boolean ownKnown) {
  /** Adds up those images, each counted once however many references it has. */
  public static CacheSize of(Collection<CachedImage> images) {
    Map<String, EngineImage> distinct = new HashMap<>();
    images.forEach(image -> distinct.put(image.image().id(), image.image()));
    long total = 0;
    long own = 0;
    boolean known = false;
    for (EngineImage image : distinct.values()) {
      total += image.sizeBytes();
      own += image.ownBytes().orElse(0);
      known |= image.ownBytes().isPresent();
    }
    return new CacheSize(total, own, known);
  }

  /** Whether both figures agree, so that the size on disk is known exactly. */
  public boolean isExact() {
    return ownKnown && ownBytes == totalBytes;
  }
}
