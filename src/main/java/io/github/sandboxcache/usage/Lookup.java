package io.github.sandboxcache.usage;

import io.github.sandboxcache.cache.Language;
import java.time.Instant;
import java.util.List;

/**
 * One time that somebody asked the cache for a set of packages.
 *
 * @param time when, UTC
 * @param language the language asked for
 * @param key the full cache key, 64 hex digits
 * @param packages the packages as given
 * @param hit whether the image was there
 */
public record Lookup(
    Instant time, Language language, String key, List<String> packages, boolean hit) {
  /** Copies the list, so that the record never changes. */
  public Lookup {
    packages = List.copyOf(packages);
  }
}
