package io.github.sandboxcache.domain.engine;

import io.github.sandboxcache.domain.registry.Platform;
import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.task.Cancellation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The part of an engine that sends images to registries and gets them from there, with the logins
 * of this user. Methods wait for the engine and throw an {@link EngineException} when it refuses.
 */
public interface ImageTransfers {
  /** Of an engine that knows no registry. */
  ImageTransfers NONE =
      new ImageTransfers() {
        private static EngineRefusedException refusal() {
          return new EngineRefusedException(0, "this engine knows no registry");
        }

        @Override
        public void name(String imageId, RemoteReference reference) {
          throw refusal();
        }

        @Override
        public boolean removeName(RemoteReference reference) {
          throw refusal();
        }

        @Override
        public Optional<String> push(
            RemoteReference reference, Consumer<PullProgress> progress, Cancellation cancellation) {
          throw refusal();
        }

        @Override
        public void pull(
            RemoteReference reference, Consumer<PullProgress> progress, Cancellation cancellation) {
          throw refusal();
        }

        @Override
        public List<String> digests(RemoteReference reference) {
          throw refusal();
        }

        @Override
        public Optional<Platform> platformOf(String imageId) {
          throw refusal();
        }

        @Override
        public Optional<Platform> platform() {
          throw refusal();
        }

        @Override
        public boolean takesForInsecure(String host) {
          return false;
        }
      };

  /** Gives an image the name under which it is sent. */
  void name(String imageId, RemoteReference reference);

  /**
   * Takes a name of that kind away, without force; the engine deletes the image if it had no other.
   *
   * @return false if there is no such name
   * @throws ImageInUseException when a container needs it
   */
  boolean removeName(RemoteReference reference);

  /**
   * Sends an image that has that name here, but for the layers that are there.
   *
   * @param progress called on every report of the engine, one after the other, from any thread
   * @return the digest of what is there now, where the engine says it
   * @throws java.util.concurrent.CancellationException once cancelled
   */
  Optional<String> push(
      RemoteReference reference, Consumer<PullProgress> progress, Cancellation cancellation);

  /**
   * Gets the image of that name, which it has here then.
   *
   * @param progress as for {@link #push}
   * @throws ImageNotFoundException when the registry does not have it
   * @throws java.util.concurrent.CancellationException once cancelled
   */
  void pull(RemoteReference reference, Consumer<PullProgress> progress, Cancellation cancellation);

  /** The digests by which the engine knows the image of that name in its registry. */
  List<String> digests(RemoteReference reference);

  /** What an image is for, where the engine says it. */
  Optional<Platform> platformOf(String imageId);

  /** What the engine itself runs on, where it says it. */
  Optional<Platform> platform();

  /** Whether the engine speaks plain HTTP with that registry if need be. */
  boolean takesForInsecure(String host);
}
