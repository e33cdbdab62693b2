package io.github.sandboxcache.catalog;

import io.github.sandboxcache.cache.BaseReference;
import io.github.sandboxcache.port.EngineContainer;
import io.github.sandboxcache.port.EngineImage;
import java.util.List;

/**
 * One reference of a base image of the sandbox. Shown, counted apart, never removed.
 *
 * @param reference the reference as the user knows it
 * @param image the image behind it
 * @param usedBy the containers made from the image, running or not
 */
public record BaseImage(BaseReference reference, EngineImage image, List<EngineContainer> usedBy) {
  /** Copies the list, so that the record never changes. */
  public BaseImage {
    usedBy = List.copyOf(usedBy);
  }
}
