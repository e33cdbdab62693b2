package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.DiskShare;
import io.github.sandboxcache.domain.catalog.TotalSize;
import io.github.sandboxcache.domain.layers.ByteCount;
import java.util.Collection;
import java.util.Optional;

/**
 * How large some images are together.
 *
 * @param total the images' sizes added up, layers they share counted with each
 * @param own the bytes that only these images have: what removing all of them frees; empty while
 *     layers are being measured
 * @param onDisk what they take on disk; empty while layers are being measured
 */
public record CacheSize(TotalSize total, Optional<ByteCount> own, Optional<DiskShare> onDisk) {
  /** The size of those images of that catalog. */
  public static CacheSize of(Catalog catalog, Collection<CachedImage> images) {
    return new CacheSize(TotalSize.of(images), catalog.freedBy(images), catalog.onDisk(images));
  }

  /** What they own, to compare sizes by; 0 while that is not known. */
  public long ownBytes() {
    return own.map(ByteCount::bytes).orElse(0L);
  }
}
