package io.github.sandboxcache.port;

/** A change in an engine, reduced to what the catalog must look at again. */
public sealed interface EngineEvent {
  /**
   * An image was made, tagged, untagged or deleted.
   *
   * @param referenceOrId the image as the event names it: an id, or a reference
   */
  record ImageChanged(String referenceOrId) implements EngineEvent {}

  /**
   * A container was created, started, stopped, renamed or removed.
   *
   * @param containerId the container
   */
  record ContainerChanged(String containerId) implements EngineEvent {}
}
