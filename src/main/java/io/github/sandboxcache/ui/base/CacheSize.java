package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.TotalSize;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How large some images are together, as far as the engine says so.
 *
 * @param totalBytes the images' sizes added up, layers they share counted with each; never less
 *     than what they take on disk, unless sizes are unknown
 * @param ownBytes bytes that only one image holds, added up; never more than what they take on disk
 * @param ownKnown whether the engine said of at least one image what it shares
 * @param unknown how many images are not in the total because the engine does not tell their size
 */
public record CacheSize(long totalBytes, long ownBytes, boolean ownKnown, int unknown) {
  /** Adds up those images, each counted once however many references it has. */
  public static CacheSize of(Collection<CachedImage> images) {
    Map<String, EngineImage> distinct = new HashMap<>();
    images.forEach(image -> distinct.put(image.image().id(), image.image()));
    long total = 0;
    long own = 0;
    boolean known = false;
    int unknown = 0;
    for (EngineImage image : distinct.values()) {
      total += image.sizeBytes().orElse(0);
      own += image.ownBytes().orElse(0);
      unknown += image.sizeBytes().isEmpty() ? 1 : 0;
      known |= image.ownBytes().isPresent();
    }
    return new CacheSize(total, own, known, unknown);
  }

  /** Adds up the whole sizes of those images, whatever they share. */
  public static CacheSize totalOf(Collection<EngineImage> distinct) {
    long total = distinct.stream().mapToLong(image -> image.sizeBytes().orElse(0)).sum();
    long unknown = distinct.stream().filter(image -> image.sizeBytes().isEmpty()).count();
    return new CacheSize(total, 0, false, (int) unknown);
  }

  /** As a sum of whole sizes, with how many images it leaves out. */
  public TotalSize total() {
    return new TotalSize(totalBytes, unknown);
  }

  /**
   * The figure for narrow places: what is only in these images where that is known, otherwise their
   * whole sizes; empty when there are images and nothing is known of any.
   */
  public OptionalLong brief() {
    return ownKnown ? OptionalLong.of(ownBytes) : total().known();
  }

  /** Whether both figures agree, so that the size on disk is known exactly. */
  public boolean isExact() {
    return ownKnown && ownBytes == totalBytes && unknown == 0;
  }
}
