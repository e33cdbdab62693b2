package io.github.sandboxcache.domain.registry;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.SandboxReference;
import java.util.Optional;

/**
 * The name of a cached image in a registry: {@code HOST/NAMESPACE/mcp-sandbox-python:KEY}.
 *
 * @param registry where it is
 * @param image what it is called here
 */
public record RemoteReference(RegistryAddress registry, CacheReference image) {
  /** Reads such a name; empty for any other. */
  public static Optional<RemoteReference> parse(String name) {
    int slash = name.lastIndexOf('/');
    if (slash < 0
        || !(SandboxReference.parse(name.substring(slash + 1)).orElse(null)
            instanceof CacheReference image)) {
      return Optional.empty();
    }
    return RegistryAddress.parse(name.substring(0, slash))
        .map(registry -> new RemoteReference(registry, image))
        .filter(reference -> reference.toString().equals(name));
  }

  /** The repository within the registry: {@code NAMESPACE/mcp-sandbox-python}. */
  public String repository() {
    String namespace = registry.namespace();
    return namespace.isEmpty() ? image.repository() : namespace + "/" + image.repository();
  }

  /** The name without its tag, as engines are given it. */
  public String name() {
    return registry.host() + "/" + repository();
  }

  /** The whole name, as engines are given it. */
  @Override
  public String toString() {
    return name() + ":" + image.tag();
  }

  /** The name as an engine writes it: Docker leaves out its own registry. */
  public boolean isWrittenAs(String engineReference) {
    String whole = toString();
    return engineReference.equals(whole)
        || whole.equals(RegistryAddress.HUB + "/" + engineReference);
  }
}
