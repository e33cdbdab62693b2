package io.github.sandboxcache.domain.engine;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.task.Cancellation;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The part of an engine that installs need: pull, run in a container, commit. Methods wait for the
 * engine and throw an {@link EngineException} when it refuses.
 */
public interface InstallRuntime {
  /**
   * Loads an image from its registry.
   *
   * @param progress called on every report of the engine, one after the other, from any thread
   * @throws java.util.concurrent.CancellationException once cancelled
   */
  void pull(String reference, Consumer<PullProgress> progress, Cancellation cancellation);

  /**
   * Reads what an image says about how to run it.
   *
   * @throws ImageNotFoundException when it is not there
   */
  ImageConfig imageConfig(String reference);

  /**
   * Creates a container that idles until commands are run in it.
   *
   * @return the container's id
   */
  String createContainer(InstallContainer container);

  /** Starts a created container. */
  void startContainer(String containerId);

  /** Whether a path exists in the container, running or not. */
  boolean exists(String containerId, String path);

  /** Creates an empty directory in the container, running or not. */
  void createDirectory(String containerId, String path);

  /** Writes a small file into an existing directory of the container. */
  void writeFile(String containerId, String directory, String name, byte[] content);

  /**
   * Runs one command, given as an argument vector, in a running container.
   *
   * @param onLine called with each line of output, without its end, in order, from any thread
   * @return the command's exit code
   * @throws java.util.concurrent.CancellationException once cancelled
   */
  int run(
      String containerId,
      ContainerCommand command,
      Consumer<String> onLine,
      Cancellation cancellation);

  /**
   * How a container is.
   *
   * @return empty when there is no such container any more
   */
  Optional<ContainerState> state(String containerId);

  /**
   * Commits the container's files as an image without a name that runs as its base image does.
   * Waits for as long as that takes.
   *
   * @return the new image's id
   * @throws java.util.concurrent.CancellationException once cancelled; the engine may commit
   *     nevertheless
   */
  String commit(String containerId, CommitRequest request, Cancellation cancellation);

  /** Gives an image that name; another image loses it. */
  void tag(String imageId, CacheReference reference);

  /**
   * Removes an image that {@link #commit} has just made, unless it has a name or is gone already.
   *
   * @param imageId the id that the commit answered
   */
  void removeNameless(String imageId);

  /**
   * Removes an image of a commit that never had a name, where the engine knows that. One that had a
   * name and lost it may be somebody's, and stays.
   *
   * @param imageId the image's id
   * @return whether it was removed
   * @throws ImageInUseException when a container or another image needs it
   */
  boolean removeNeverNamed(String imageId);

  /**
   * Stops and removes a container that an install made. One that is gone already is fine.
   *
   * @param container its id or its name
   */
  void removeContainer(String container);
}
