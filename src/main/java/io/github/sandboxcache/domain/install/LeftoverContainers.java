package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the containers of installs whose process was killed: those that an install marked as its
 * own and whose process on this host is dead, or that are older than any install gets.
 */
public final class LeftoverContainers {
  private static final Logger LOG = LoggerFactory.getLogger(LeftoverContainers.class);

  private final ContainerEngine engine;
  private final Clock clock;

  /** For the containers of that engine. */
  public LeftoverContainers(ContainerEngine engine, Clock clock) {
    this.engine = engine;
    this.clock = clock;
  }

  /**
   * Asks the engine for its containers and removes the leftovers.
   *
   * @return the names of the removed containers
   * @throws EngineException when the engine does not list its containers
   */
  public List<String> remove() {
    return remove(engine.containers());
  }

  /**
   * Removes the leftovers among containers that were listed already. One that cannot be removed
   * stays until the next time.
   *
   * @return the names of the removed containers
   */
  public List<String> remove(List<EngineContainer> containers) {
    String thisHost = ContainerOwner.self().host();
    List<String> removed = new ArrayList<>();
    for (EngineContainer container : containers) {
      if (isLeftover(container, thisHost) && remove(container)) {
        removed.add(container.name());
      }
    }
    return removed;
  }

  private boolean isLeftover(EngineContainer container, String thisHost) {
    return InstallMark.of(container)
        .filter(
            mark ->
                // Owners on other hosts cannot be asked.
                mark.owner().isDeadOn(thisHost)
                    || mark.createdAt().plus(InstallMark.OLDER_THAN_ANY).isBefore(clock.instant()))
        .isPresent();
  }

  private boolean remove(EngineContainer container) {
    try {
      engine.installRuntime().removeContainer(container.id());
      LOG.info("removed {}, left over from an install that was killed", container.name());
      return true;
    } catch (EngineException e) {
      LOG.warn("cannot remove the leftover container {}", container.name(), e);
      return false;
    }
  }
}
