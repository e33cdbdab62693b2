package io.github.sandboxcache.domain.engine;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which engine it is, by whatever way it is reached. For what is kept of an engine, not for people.
 *
 * @param name the same for all ways to one engine, as far as that can be told; untrusted
 * @param addresses what the engine was called before that could be told: the address that it is
 *     reached at, as it was given and without links
 */
public record EngineIdentity(String name, Set<String> addresses) {
  /** An address is a URI, and no engine is reached by this scheme. */
  private static final String ID = "id:";

  /** Copies the addresses, so that the record never changes. */
  public EngineIdentity {
    addresses = Set.copyOf(addresses);
  }

  /** An engine that has an id of its own. */
  public static EngineIdentity of(String id, Set<String> addresses) {
    return new EngineIdentity(ID + id, addresses);
  }

  /** An engine of which nothing is known but where it is. */
  public static EngineIdentity at(String address) {
    return new EngineIdentity(address, Set.of(address));
  }

  /** Whether something that is kept under that name is this engine's. */
  public boolean isCalled(String other) {
    return name.equals(other) || addresses.contains(other);
  }

  /** The addresses under which something may be kept that belongs under the name. */
  public Set<String> earlierNames() {
    Set<String> earlier = new LinkedHashSet<>(addresses);
    earlier.remove(name);
    return earlier;
  }
}
