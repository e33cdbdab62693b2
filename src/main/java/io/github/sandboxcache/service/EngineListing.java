package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.catalog.Containers;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.task.Meanwhile;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks an engine what it has. */
final class EngineListing {
  private static final Logger LOG = LoggerFactory.getLogger(EngineListing.class);

  private EngineListing() {}

  /**
   * Lists images and containers; the containers may stay unknown. Changes nothing.
   *
   * @throws EngineException when the engine does not list its images
   */
  static EngineSnapshot of(ContainerEngine engine) {
    // The engine thinks about its images for a while, and can tell of its containers meanwhile.
    Meanwhile<Containers> containers = Meanwhile.begin("containers", () -> containers(engine));
    List<EngineImage> images = engine.images();
    return new EngineSnapshot(images, containers.get(), engine.description().naming());
  }

  /** Lists the containers, or says why not; then images are listed, and any may be in use. */
  static Containers containers(ContainerEngine engine) {
    try {
      return new Containers.Known(engine.containers());
    } catch (EngineException e) {
      LOG.info("the engine does not tell which containers it has", e);
      return new Containers.Unknown(String.valueOf(e.getMessage()));
    }
  }
}
