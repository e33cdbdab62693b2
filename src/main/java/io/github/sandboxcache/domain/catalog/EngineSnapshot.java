package io.github.sandboxcache.domain.catalog;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.util.List;

/**
 * What an engine held at one moment, foreign and dangling images included: those decide whether a
 * parent may go.
 *
 * @param images every local image
 * @param containers every container, where the engine listed them
 * @param naming how the engine spells references
 */
public record EngineSnapshot(
    List<EngineImage> images, Containers containers, ReferenceNaming naming) {
  /** Copies the list, so that the record never changes. */
  public EngineSnapshot {
    images = List.copyOf(images);
  }

  /** A snapshot with those containers and no others. */
  public EngineSnapshot(
      List<EngineImage> images, List<EngineContainer> containers, ReferenceNaming naming) {
    this(images, new Containers.Known(containers), naming);
  }

  /** The same images with other containers. */
  public EngineSnapshot withContainers(Containers others) {
    return new EngineSnapshot(images, others, naming);
  }

  /** The same containers with other images. */
  public EngineSnapshot withImages(List<EngineImage> others) {
    return new EngineSnapshot(others, containers, naming);
  }
}
