package io.github.sandboxcache.domain.history;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.ImageBase;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.KnownContents;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What it takes to make an image again, as far as it is known.
 *
 * @param reference its name in the cache
 * @param imageId the engine's id of it
 * @param asked the packages it was asked to have; empty when nobody knows
 * @param installed all packages above its base with their versions; empty when nobody looked inside
 * @param baseName the name of its base image, untrusted; empty when nothing says it
 * @param baseId the engine's id of its base image; empty when it is not known
 * @param labels its labels, untrusted
 */
public record ImageRecipe(
    CacheReference reference,
    String imageId,
    Optional<AskedPackages> asked,
    Optional<List<InstalledPackage>> installed,
    Optional<String> baseName,
    Optional<String> baseId,
    Map<String, String> labels) {
  /** Copies the collections, so that the record never changes. */
  public ImageRecipe {
    installed = installed.map(List::copyOf);
    labels = Map.copyOf(labels);
  }

  /**
   * What is known of a cached image without looking inside.
   *
   * @param catalog all that the engine has, with what is known of its layers
   */
  public static ImageRecipe of(CachedImage cached, Catalog catalog) {
    EngineImage image = cached.image();
    Optional<ImageBase> base = catalog.base(image);
    return new ImageRecipe(
        cached.reference(),
        image.id(),
        cached.asked(),
        cached.contents().map(KnownContents::packages),
        label(image, ImageLabels.BASE_IMAGE).or(() -> base.flatMap(known -> known.name(image))),
        label(image, ImageLabels.BASE_IMAGE_ID)
            .or(() -> base.flatMap(ImageBase::image).map(EngineImage::id)),
        image.labels());
  }

  private static Optional<String> label(EngineImage image, String name) {
    return Optional.ofNullable(image.labels().get(name)).filter(value -> !value.isEmpty());
  }
}
