package io.github.sandboxcache.domain.contents;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.CacheReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of an image once it was looked inside. Never changes for an image id, except that
 * another name of the image may be proven later.
 *
 * @param packages what is installed above its base
 * @param asked what its names stand for, proven by their keys or guessed; a name is missing where
 *     neither could be done
 */
public record KnownContents(
    List<InstalledPackage> packages, Map<CacheReference, AskedPackages> asked) {
  /** Copies the collections, so that the record never changes. */
  public KnownContents {
    packages = List.copyOf(packages);
    asked = Map.copyOf(asked);
  }

  /** What that name of the image stands for. */
  public Optional<AskedPackages> asked(CacheReference reference) {
    return Optional.ofNullable(asked.get(reference));
  }
}
