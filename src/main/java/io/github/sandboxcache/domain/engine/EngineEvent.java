package io.github.sandboxcache.domain.engine;

import java.time.Instant;

/** A change in an engine, reduced to what must be looked at again. */
public sealed interface EngineEvent {
  /**
   * An image was made, tagged, untagged or deleted.
   *
   * @param referenceOrId the image as the event names it: an id, or a reference
   */
  record ImageChanged(String referenceOrId) implements EngineEvent {}

  /** An image was made, and the engine does not say which. */
  record SomeImageChanged() implements EngineEvent {}

  /**
   * A container was created, started, stopped, renamed or removed.
   *
   * @param containerId the container
   */
  record ContainerChanged(String containerId) implements EngineEvent {}

  /**
   * A container was created or started, as the event itself tells it: the container may be gone by
   * the time that it is looked at.
   *
   * @param container the container; its image's id may be empty, and its labels may have more
   *     attributes of the event among them
   * @param time when, UTC
   * @param created whether it was created, else started
   */
  record ContainerBegan(EngineContainer container, Instant time, boolean created)
      implements EngineEvent {}
}
