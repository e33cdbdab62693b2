package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to have in the cache.
 *
 * @param language one of the languages that have a recipe
 * @param packages the packages as given, not empty, in any order
 * @param baseImage the image to start from; empty for the usual one
 * @param network the network for the container; empty for the settings' one
 * @param timeLimit after so long it is given up; empty for the settings' time
 */
public record InstallRequest(
    Language language,
    List<String> packages,
    Optional<String> baseImage,
    Optional<String> network,
    Optional<Duration> timeLimit) {
  /** Copies the list, so that the record never changes. */
  public InstallRequest {
    packages = List.copyOf(packages);
  }

  /** A request with the usual time limit. */
  public InstallRequest(
      Language language,
      List<String> packages,
      Optional<String> baseImage,
      Optional<String> network) {
    this(language, packages, baseImage, network, Optional.empty());
  }

  /** A request with the usual base image and network. */
  public static InstallRequest of(Language language, List<String> packages) {
    return new InstallRequest(language, packages, Optional.empty(), Optional.empty());
  }

  /** The key of language and packages; base image and network are not in it. */
  public CacheKey key() {
    return CacheKey.of(language, packages);
  }

  /** The reference that the image has or will get. */
  public CacheReference reference() {
    return CacheReference.of(language, key());
  }
}
