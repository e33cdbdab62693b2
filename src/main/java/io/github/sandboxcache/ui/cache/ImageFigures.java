package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.usage.SavedPerGb;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.ui.base.CacheView;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The numbers of images that rows show and are ordered by, in the range that is shown. */
final class ImageFigures {
  private final Catalog catalog;
  private final UsageReport usage;
  private final boolean recorded;

  ImageFigures(CacheView view) {
    this.catalog = view.state().catalog();
    this.usage = view.usage().report();
    // Where nobody has looked, no hit is not none.
    this.recorded = view.usageReadable() && !usage.images().isEmpty();
  }

  OptionalLong own(CachedImage image) {
    return catalog.ownBytes(image.image()).stream().mapToLong(ByteCount::bytes).findFirst();
  }

  SavedPerGb saved(CachedImage image) {
    return recorded
        ? SavedPerGb.of(usage.saved(image.reference()), known(catalog.ownBytes(image.image())))
        : SavedPerGb.UNKNOWN;
  }

  /**
   * What images save together.
   *
   * @param bytes what they take; empty while layers are being measured
   */
  SavedPerGb saved(Collection<CachedImage> images, Optional<ByteCount> bytes) {
    List<CacheReference> references = images.stream().map(CachedImage::reference).toList();
    return recorded ? SavedPerGb.of(usage.saved(references), known(bytes)) : SavedPerGb.UNKNOWN;
  }

  private static OptionalLong known(Optional<ByteCount> bytes) {
    return bytes.map(ByteCount::knownBytes).orElse(OptionalLong.empty());
  }

  long hits(CachedImage image) {
    return usage.of(image.reference()).count().hits();
  }

  long hits(Collection<CachedImage> images) {
    return images.stream().mapToLong(this::hits).sum();
  }

  Optional<Instant> lastUsed(CachedImage image) {
    return usage.of(image.reference()).lastUsed();
  }

  Optional<Instant> lastUsed(Collection<CachedImage> images) {
    return images.stream()
        .flatMap(image -> lastUsed(image).stream())
        .max(Comparator.naturalOrder());
  }
}
