package io.github.sandboxcache.cli;

import java.util.Optional;

/** Opens the window when the arguments name no verb. */
@FunctionalInterface
public interface WindowStarter {
  /**
   * Opens the window and waits until it is closed.
   *
   * @param engineUri the engine named in the arguments
   * @param sample whether to show sample data
   * @return the exit code of the process
   */
  int open(Optional<String> engineUri, boolean sample);
}
