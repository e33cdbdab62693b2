package io.github.sandboxcache.domain.catalog;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.contents.KnownContents;
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
 * @param asked the packages it was asked to have; empty when nothing tells them
 * @param contents what is inside the image; empty until somebody has looked
 * @param users the containers made from the image
 */
public record CachedImage(
    CacheReference reference,
    String engineReference,
    EngineImage image,
    Optional<AskedPackages> asked,
    Optional<KnownContents> contents,
    Users users) {
  /** The language in the reference. */
  public Language language() {
    return reference.language();
  }

  /** The packages it was asked to have, as given; empty when nothing tells them. */
  public Optional<List<String>> packages() {
    return asked.map(AskedPackages::names);
  }
}
