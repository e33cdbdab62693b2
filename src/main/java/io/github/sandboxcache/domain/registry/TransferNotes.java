package io.github.sandboxcache.domain.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What has to outlive the process about images on their way to and from registries. Thread-safe;
 * waits for the disk. What cannot be written is no reason not to go on: it is logged.
 */
public interface TransferNotes {
  /** Nothing is kept. */
  TransferNotes NONE =
      new TransferNotes() {
        @Override
        public boolean begin(Passing name) {
          return true;
        }

        @Override
        public void end(Passing name) {}

        @Override
        public List<Passing> underway() {
          return List.of();
        }

        @Override
        public void pulled(Pulled image) {}

        @Override
        public List<Pulled> allPulled() {
          return List.of();
        }

        @Override
        public void seen(RemoteReference image, Instant at) {}

        @Override
        public void gone(RemoteReference image) {}

        @Override
        public Map<RemoteReference, Instant> allSeen() {
          return Map.of();
        }
      };

  /**
   * A name that an engine's image bears only while it is on its way.
   *
   * @param endpoint the engine's endpoint
   * @param reference the name
   * @param since when it was noted
   */
  record Passing(String endpoint, RemoteReference reference, Instant since) {
    /** Whether it is that name on that engine, whenever it was noted. */
    public boolean isSame(Passing other) {
      return endpoint.equals(other.endpoint) && reference.equals(other.reference);
    }
  }

  /**
   * An image that came from a registry.
   *
   * @param endpoint the engine's endpoint
   * @param imageId the id that the image has there
   * @param reference its name in the registry
   * @param digest the digest of what was pulled
   * @param at when it came
   */
  record Pulled(
      String endpoint, String imageId, RemoteReference reference, String digest, Instant at) {}

  /**
   * Notes a name before it is given; one that is noted already is noted anew.
   *
   * @return false when that cannot be written; then the name is not to be given, for nobody would
   *     know later whose it is
   */
  boolean begin(Passing name);

  /** Forgets a name that has been taken away again. */
  void end(Passing name);

  /** The names that may not have been taken away yet. */
  List<Passing> underway();

  /** Notes where an image came from, which was seen there with that. */
  void pulled(Pulled image);

  /** Where images came from, for all engines, the latest first. */
  List<Pulled> allPulled();

  /** Notes that a registry has an image. */
  void seen(RemoteReference image, Instant at);

  /** Notes that a registry does not have an image any more. */
  void gone(RemoteReference image);

  /** What registries were seen to have, and when that was last. */
  Map<RemoteReference, Instant> allSeen();
}
