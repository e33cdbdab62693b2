package io.github.sandboxcache.domain.history;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.contents.InstalledPackage;
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
}
