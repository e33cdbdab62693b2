package io.github.sandboxcache.domain.cache;

import java.util.List;
import java.util.Optional;

/** How an engine spells the references of local images. */
public enum ReferenceNaming {
  /** Docker keeps the short name; a registry part always means somebody else's image. */
  DOCKER,
  /** Podman always writes a registry part; these two mean a local image of ours. */
  PODMAN;

  /**
   * Reads a reference as this engine writes it.
   *
   * @return the sandbox's reference without the engine's prefix, or empty when it is foreign
   */
  public Optional<SandboxReference> parse(String engineReference) {
    return SandboxReference.parse(shortName(engineReference));
  }

  /** How this engine writes the name of an image that is made for that reference. */
  public String written(SandboxReference reference) {
    return localPrefixes().stream().findFirst().orElse("") + reference;
  }

  /** The reference without the prefix that this engine puts before local names. */
  public String shortName(String engineReference) {
    for (String prefix : localPrefixes()) {
      if (engineReference.startsWith(prefix)) {
        return engineReference.substring(prefix.length());
      }
    }
    return engineReference;
  }

  private List<String> localPrefixes() {
    return switch (this) {
      case DOCKER -> List.of();
      case PODMAN -> List.of("localhost/", "docker.io/library/");
    };
  }
}
