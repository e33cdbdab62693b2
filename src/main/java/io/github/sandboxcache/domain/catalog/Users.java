package io.github.sandboxcache.domain.catalog;

import io.github.sandboxcache.domain.engine.EngineContainer;
import java.util.List;

/**
 * Which containers were made from an image.
 *
 * @param known whether the engine listed its containers
 * @param containers running or not; none while they are not known
 */
public record Users(boolean known, List<EngineContainer> containers) {
  /** Any container may have been made from it. */
  public static final Users UNKNOWN = new Users(false, List.of());

  /** Copies the list, so that the record never changes. */
  public Users {
    containers = List.copyOf(containers);
  }

  /** Just these containers. */
  public static Users of(List<EngineContainer> containers) {
    return new Users(true, containers);
  }

  /** The containers' names, sorted, untrusted. */
  public List<String> names() {
    return containers.stream().map(EngineContainer::name).sorted().toList();
  }
}
