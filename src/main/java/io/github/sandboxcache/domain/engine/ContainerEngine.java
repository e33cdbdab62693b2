package io.github.sandboxcache.domain.engine;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.layers.ImageLayers;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A container engine, as far as the cache needs it. Every method can be called from any thread,
 * waits for the engine's answer, and throws an {@link EngineException} if the engine refuses or is
 * gone.
 */
public interface ContainerEngine extends AutoCloseable {
  /** Returns which engine this is; known since the connection was made, so it costs no request. */
  EngineDescription description();

  /**
   * Returns which engine this is, however it is reached. The first call may wait for the engine; it
   * never fails, and while the engine does not say who it is, it is the one at its address.
   */
  default EngineIdentity identity() {
    return EngineIdentity.at(description().endpoint());
  }

  /**
   * Lists every local image with all its references in one request: also foreign and dangling ones,
   * and those without a name that others were made from. On a containerd image store this can take
   * many seconds.
   */
  List<EngineImage> images();

  /**
   * Lists the images made after another one, and perhaps more. Cheap if {@link #announcesImages} is
   * false.
   *
   * @param imageId the id of an image
   * @throws ImageNotFoundException if that image is gone
   */
  default List<EngineImage> imagesMadeAfter(String imageId) {
    return images();
  }

  /**
   * Returns whether subscribers learn of a new image, by its id, no later than the client that made
   * it. Docker sends the event first; Podman writes it to a file that is read four times per
   * second, and does not say which image a commit made.
   */
  default boolean announcesImages() {
    return true;
  }

  /**
   * Looks at one image by reference or id, which is far cheaper than a list.
   *
   * @return the image with all its references, or empty if the engine has none of that name
   */
  Optional<EngineImage> image(String referenceOrId);

  /**
   * Returns the bytes that are free where the engine keeps its data; empty where that is another
   * machine, a virtual one included, or cannot be told.
   */
  default OptionalLong freeDiskBytes() {
    return OptionalLong.empty();
  }

  /** Returns what the engine says of itself now. */
  default EngineInfo info() {
    return EngineInfo.UNKNOWN;
  }

  /**
   * Returns what the engine says of an image's layers, which never changes for an id.
   *
   * @throws ImageNotFoundException if the image is gone
   */
  ImageLayers layers(String imageId);

  /**
   * Reads an image's archive, the layers of the image in one stream, as {@code docker save} writes
   * it. The engine may need minutes before the first byte.
   *
   * @param imageId the image's id
   * @param cancellation ends the stream wherever it is
   * @return what the reader made of it
   * @throws ImageNotFoundException if the image is gone
   * @throws EngineException also if the reader failed with an {@link IOException}
   * @throws java.util.concurrent.CancellationException when it is cancelled
   */
  <T> T readArchive(String imageId, ArchiveReader<T> reader, Cancellation cancellation);

  /**
   * Loads an image from an archive as {@link #readArchive} gives it. Of layers that the engine has,
   * the archive need not hold more than empty files. The image gets no name by it. An engine may
   * answer that all went well, and have only a part of it; see {@link #layers}.
   *
   * @param archive closed by others
   * @param cancellation ends it wherever it is
   * @throws EngineException also if reading the archive failed
   * @throws java.util.concurrent.CancellationException when it is cancelled
   */
  void loadImage(InputStream archive, Cancellation cancellation);

  /** Returns how the engine counts what its images take on disk. Slow on a containerd store. */
  EngineDiskUsage diskUsage();

  /**
   * Returns whether what an image shares with a nameless parent counts as shared. Docker before 23
   * leaves those parents out.
   */
  default boolean countsNamelessParents() {
    return true;
  }

  /** Lists every container, running or not. */
  List<EngineContainer> containers();

  /**
   * Returns when a container was created and started.
   *
   * @return empty if the container no longer exists
   */
  Optional<ContainerLife> containerLife(String containerId);

  /**
   * Removes one reference, without force; the engine deletes the image itself once no reference is
   * left. Untagged parents are kept.
   *
   * @param reference the reference as the engine writes it, never an id
   * @return whether the engine says that it deleted the image as well
   * @throws ImageNotFoundException if the reference is gone
   * @throws ImageInUseException if a container or another image needs it
   */
  boolean removeReference(String reference);

  /**
   * Removes an image that has no name, without force, so that one which gets a name at this very
   * moment stays with that name. Untagged parents are kept. What an engine notes of this meanwhile
   * counts nowhere as a name.
   *
   * @return whether the engine says that it deleted the image; false, too, if it has a name
   * @throws ImageNotFoundException if the image is gone
   * @throws ImageInUseException if a container or another image needs it
   */
  boolean removeUntagged(String imageId);

  /**
   * Gives a name to an image that has none. Another image that has the name loses it.
   *
   * @return false if the image has a name already; then nothing was done
   * @throws ImageNotFoundException if the image is gone
   */
  boolean nameUntagged(String imageId, CacheReference reference);

  /**
   * Gives an image back a reference that was removed from it.
   *
   * @param reference the reference as the engine writes it
   * @throws ImageNotFoundException if the image is gone
   */
  void restoreReference(String imageId, String reference);

  /** Returns access to registries. */
  default ImageTransfers transfers() {
    return ImageTransfers.NONE;
  }

  /** Returns access to containers and images for installs. */
  InstallRuntime installRuntime();

  /**
   * Starts to report changes in the engine.
   *
   * @param listener called from the stream's own thread
   * @return the stream, to be closed by the caller; closing it twice does nothing
   */
  Subscription subscribe(EngineEventListener listener);

  /** Closes all connections. Never fails. */
  @Override
  void close();

  /**
   * Reads the archive of an image from its beginning to its end.
   *
   * @param <T> what it makes of it
   */
  interface ArchiveReader<T> {
    /** Reads it; the stream is closed by others. */
    T read(InputStream archive) throws IOException;
  }

  /** A running stream of events. */
  interface Subscription extends AutoCloseable {
    /** Ends the stream; after that the listener is not called any more. */
    @Override
    void close();
  }
}
