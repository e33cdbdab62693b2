package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.cache.CacheReference;
import java.util.List;
import java.util.OptionalInt;

/**
 * An image that a task makes and that is not there yet.
 *
 * @param reference the name that it gets
 * @param packages as given, untrusted; empty when they are not known
 * @param percent how much is done, 0 to 100; empty when nobody knows
 * @param waiting whether its turn has not come yet
 */
public record InstallingImage(
    CacheReference reference, List<String> packages, OptionalInt percent, boolean waiting) {
  /** Copies the list, so that the record never changes. */
  public InstallingImage {
    packages = List.copyOf(packages);
  }
}
