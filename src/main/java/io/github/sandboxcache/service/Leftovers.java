package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.catalog.Containers;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.install.LeftoverContainers;
import io.github.sandboxcache.domain.install.LeftoverImages;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what killed installs left on an engine. Logs failures. Thread-safe. */
final class Leftovers {
  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

  private final ContainerEngine engine;
  private final LeftoverContainers containers;
  private final LeftoverImages images;

  Leftovers(ContainerEngine engine, Clock clock) {
    this.engine = engine;
    this.containers = new LeftoverContainers(engine, clock);
    this.images = new LeftoverImages(engine, clock);
  }

  /** Removes those among what the engine lists now. */
  void remove() {
    try {
      remove(EngineListing.of(engine));
    } catch (EngineException e) {
      LOG.warn("cannot look for what killed installs left behind", e);
    }
  }

  /** Removes those among what was listed just now. */
  void remove(EngineSnapshot listed) {
    // Any image may be in use where containers are not known.
    if (listed.containers() instanceof Containers.Known(List<EngineContainer> all)) {
      List<EngineContainer> staying = new ArrayList<>(all);
      List<String> removed = containers.remove(all);
      staying.removeIf(container -> removed.contains(container.name()));
      Set<String> _ = images.remove(listed.images(), staying);
    }
  }
}
