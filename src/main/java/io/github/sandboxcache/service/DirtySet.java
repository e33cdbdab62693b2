package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.engine.EngineEvent;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects what events say has changed until it is looked at. Thread-safe. */
final class DirtySet {
  private final Set<String> images = new LinkedHashSet<>();
  private boolean unnamedImages;
  private boolean containers;

  /**
   * What has changed.
   *
   * @param images references or ids of images
   * @param unnamedImages whether further images changed of which nobody says which
   * @param containers whether any container changed
   */
  record Dirt(Set<String> images, boolean unnamedImages, boolean containers) {}

  synchronized void add(EngineEvent event) {
    switch (event) {
      case EngineEvent.ImageChanged(String referenceOrId) -> images.add(referenceOrId);
      case EngineEvent.SomeImageChanged() -> unnamedImages = true;
      case EngineEvent.ContainerChanged _ -> containers = true;
      case EngineEvent.ContainerBegan _ -> {
        // A change of the container comes with it.
      }
    }
  }

  /** Gives what has gathered and starts anew. */
  synchronized Dirt take() {
    Dirt dirt = new Dirt(new LinkedHashSet<>(images), unnamedImages, containers);
    images.clear();
    unnamedImages = false;
    containers = false;
    return dirt;
  }
}
