package io.github.sandboxcache.domain.engine;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One container, running or not, as an engine lists it.
 *
 * @param id the engine's id of the container
 * @param name its first name without the leading slash
 * @param imageId the id of the image it was created from
 * @param image the image as it was named at creation: a reference or an id
 * @param running whether its process runs now
 * @param labels its labels, untrusted; includes those of its image
 * @param unchangedSince a time, UTC, after which it was neither made nor started nor ended; empty
 *     when the engine does not tell
 */
public record EngineContainer(
    String id,
    String name,
    String imageId,
    String image,
    boolean running,
    Map<String, String> labels,
    Optional<Instant> unchangedSince) {
  /** A container that may have changed at any time. */
  public EngineContainer(
      String id,
      String name,
      String imageId,
      String image,
      boolean running,
      Map<String, String> labels) {
    this(id, name, imageId, image, running, labels, Optional.empty());
  }

  /** Copies the labels, so that the record never changes. */
  public EngineContainer {
    labels = Map.copyOf(labels);
  }
}
