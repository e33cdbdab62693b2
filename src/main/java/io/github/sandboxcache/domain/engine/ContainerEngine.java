package io.github.sandboxcache.domain.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container engine as the cache needs it. Every method may be called from any thread, waits for
 * the engine's answer, and throws an {@link EngineException} when the engine refuses or is gone.
 */
public interface ContainerEngine extends AutoCloseable {
  /** Which engine this is; known since the connection was made, so it costs no call. */
  EngineDescription description();

  /**
   * Every local image with all its references, by one list call: foreign ones, dangling ones, and
   * those without a name that others were made from. On a containerd image store this may take many
   * seconds.
   */
  List<EngineImage> images();

  /**
   * The images made after another one, and perhaps more. Cheap where {@link #announcesImages} does
   * not hold.
   *
   * @param imageId the id of an image
   * @throws ImageNotFoundException when that image is gone
   */
  default List<EngineImage> imagesMadeAfter(String imageId) {
    return images();
  }

  /**
   * Whether whoever listens hears of a new image, by its id, no later than whoever made it. Docker
   * sends the event first; Podman writes it to a file that is read four times a second, and does
   * not say which image a commit made.
   */
  default boolean announcesImages() {
    return true;
  }

  /**
   * One image by reference or id, far cheaper than a list.
   *
   * @return the image with all its references, or empty when the engine has none of that name
   */
  Optional<EngineImage> image(String referenceOrId);

  /**
   * What images share with each other, where {@link #images()} could not say so.
   *
   * @return shared bytes by image id; empty when there is nothing to add
   */
  Map<String, Long> sharedBytes();

  /** Every container, running or not. */
  List<EngineContainer> containers();

  /**
   * When one container began.
   *
   * @return empty when there is no such container any more
   */
  Optional<ContainerLife> containerLife(String containerId);

  /**
   * Removes one reference, without force; the engine deletes the image itself once no reference is
   * left. Untagged parents stay.
   *
   * @param reference the reference as the engine writes it, never an id
   * @return whether the engine says that it deleted the image as well
   * @throws ImageNotFoundException when the reference is gone
   * @throws ImageInUseException when a container or another image needs it
   */
  boolean removeReference(String reference);

  /**
   * Gives an image back a reference that a removal took from it.
   *
   * @param reference the reference as the engine writes it
   * @throws ImageNotFoundException when the image is gone
   */
  void restoreReference(String imageId, String reference);

  /** Containers and images for installs. */
  InstallRuntime installRuntime();

  /**
   * Starts to report what changes in the engine.
   *
   * @param listener called from one thread of the stream's own
   * @return closes the stream; closing twice does nothing
   */
  Subscription subscribe(EngineEventListener listener);

  /** Lets go of all connections. Never fails. */
  @Override
  void close();

  /** A running stream of events. */
  interface Subscription extends AutoCloseable {
    /** Ends the stream; after that the listener hears nothing more. */
    @Override
    void close();
  }
}
