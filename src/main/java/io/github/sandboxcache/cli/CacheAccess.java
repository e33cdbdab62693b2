package io.github.sandboxcache.cli;

import io.github.sandboxcache.port.EngineAttempt;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.settings.Settings;
import java.util.List;
import java.util.Optional;

/** The way from a verb to the cache of an engine. */
public interface CacheAccess {
  /**
   * Finds an engine and connects to it. Waits for it.
   *
   * @param engineUri the one place to try; empty for the usual search
   */
  Opened open(Optional<String> engineUri);

  /** The made-up cache, the same at every start. */
  Opened.Ready openSample();

  /** The user's settings. */
  Settings settings();

  /** What came of opening. */
  sealed interface Opened {
    /**
     * An engine answered.
     *
     * @param service its cache
     * @param connection to be closed when the verb is done
     */
    record Ready(CacheService service, Connection connection) implements Opened {}

    /**
     * No engine answered.
     *
     * @param attempts every place that was tried, in order
     */
    record NoEngine(List<EngineAttempt> attempts) implements Opened {
      /** Copies the list, so that the record never changes. */
      public NoEngine {
        attempts = List.copyOf(attempts);
      }
    }
  }

  /** What is held open while a verb works. */
  interface Connection extends AutoCloseable {
    /** Lets go of it. Never fails. */
    @Override
    void close();
  }
}
