package io.github.sandboxcache.cli;

import java.util.Optional;

/** The window, as far as the command line knows it: what is started without a verb. */
@FunctionalInterface
public interface AppWindow {
  /**
   * Opens it and waits until it is closed.
   *
   * @param engineUri the engine that the arguments name
   * @param sample whether to show made-up data
   * @return the exit code of the process
   */
  int open(Optional<String> engineUri, boolean sample);

  /** Whether there is a display to open it on. */
  default boolean hasDisplay() {
    return true;
  }
}
