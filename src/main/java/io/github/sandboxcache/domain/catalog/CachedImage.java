package io.github.sandboxcache.domain.catalog;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.util.List;
import java.util.Optional;

/**
 * One reference of the cache and the image behind it. An image with two of our references is two of
 * these.
 *
 * @param reference the reference as the user knows it
 * @param engineReference the same reference as the engine writes it; names it uniquely
 * @param image the image behind it
 * @param packages what was installed, as requested; empty when the image does not say
 * @param users the containers made from the image
 */
public record CachedImage(
    CacheReference reference,
    String engineReference,
    EngineImage image,
    Optional<List<String>> packages,
    Users users) {
  /** Copies the list, so that the record never changes. */
  public CachedImage {
    packages = packages.map(List::copyOf);
  }

  /** The language in the reference. */
  public Language language() {
    return reference.language();
  }
}
