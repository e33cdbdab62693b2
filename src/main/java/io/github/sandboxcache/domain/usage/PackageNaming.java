package io.github.sandboxcache.domain.usage;

import io.github.sandboxcache.domain.cache.Language;

/** Knows what of a package as given is its name, so that its versions count together. */
@FunctionalInterface
public interface PackageNaming {
  /** The name without version and extras; the whole text when it has no known form. */
  String nameOf(Language language, String packageAsGiven);
}
