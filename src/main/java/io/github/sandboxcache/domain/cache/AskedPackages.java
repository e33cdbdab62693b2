package io.github.sandboxcache.domain.cache;

import java.util.List;

/**
 * The packages that an image was asked to have.
 *
 * @param names as given, with versions where some were; untrusted
 * @param from how that is known
 */
public record AskedPackages(List<String> names, PackagesFrom from) {
  /** Copies the list, so that the record never changes. */
  public AskedPackages {
    names = List.copyOf(names);
  }
}
