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
 * @param recorded what the image had when it was there before; empty for the newest of everything
 */
public record InstallRequest(
    Language language,
    List<String> packages,
    Optional<String> baseImage,
    Optional<String> network,
    Optional<Duration> timeLimit,
    Optional<RecordedImage> recorded) {
  /** Copies the list, so that the record never changes. */
  public InstallRequest {
    packages = List.copyOf(packages);
  }

  /** A request of the newest packages on the newest base image. */
  public InstallRequest(
      Language language,
      List<String> packages,
      Optional<String> baseImage,
      Optional<String> network,
      Optional<Duration> timeLimit) {
    this(language, packages, baseImage, network, timeLimit, Optional.empty());
  }

  /** The same with the usual time limit. */
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

  /** Whether every package will have the version that is recorded of it. */
  public boolean asRecorded() {
    return exactly().allKnown();
  }

  /** Whether the version of any package is recorded. */
  public boolean hasVersions() {
    return recorded.filter(image -> !image.installed().isEmpty()).isPresent();
  }

  /** The same with the newest of everything that was asked for. */
  public InstallRequest withoutVersions() {
    return new InstallRequest(
        language,
        packages,
        baseImage,
        network,
        timeLimit,
        recorded.map(image -> new RecordedImage(List.of(), image.baseId())));
  }

  /** The packages as their package manager is told. */
  ExactPackages exactly() {
    return recorded
        .map(image -> ExactPackages.of(language, packages, image.installed()))
        .orElseGet(() -> ExactPackages.asGiven(packages));
  }
}
