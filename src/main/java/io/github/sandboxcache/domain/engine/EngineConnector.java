package io.github.sandboxcache.domain.engine;

import java.util.List;
import java.util.Optional;

/** Finds an engine and connects to it. */
public interface EngineConnector {
  /**
   * Tries the places an engine may be at, in their fixed order, and stops at the first that
   * answers. Waits for the network; call it from a background thread.
   *
   * @param chosenUri the one place the user named; then no other is tried
   */
  Outcome connect(Optional<String> chosenUri);

  /**
   * Where engines may be on this machine: what a variable names, each docker context, and those
   * usual sockets that are there. Asks none of them, but reads files; call it from a background
   * thread.
   */
  default List<EnginePlace> places() {
    return List.of();
  }

  /** Whether two addresses lead to one engine, however they are written. May read files. */
  default boolean areSame(String address, String other) {
    EngineAddress parsed = EngineAddress.parse(address);
    return parsed instanceof EngineAddress.Unusable
        ? address.equals(other)
        : parsed.equals(EngineAddress.parse(other));
  }

  /** What came of it. */
  sealed interface Outcome {
    /**
     * An engine answered.
     *
     * @param engine the connection, to be closed by the caller
     * @param passedOver what should have named an engine before and did not: a file that is not
     *     legible, a docker context that does not exist
     */
    record Connected(ContainerEngine engine, List<EngineAttempt> passedOver) implements Outcome {
      /** The engine that was looked for first. */
      public Connected(ContainerEngine engine) {
        this(engine, List.of());
      }

      /** Copies the list, so that the record never changes. */
      public Connected {
        passedOver = List.copyOf(passedOver);
      }
    }

    /**
     * No engine answered.
     *
     * @param attempts every place that was tried, in order, never empty
     */
    record NoEngine(List<EngineAttempt> attempts) implements Outcome {
      /** Copies the list, so that the record never changes. */
      public NoEngine {
        attempts = List.copyOf(attempts);
      }
    }
  }
}
