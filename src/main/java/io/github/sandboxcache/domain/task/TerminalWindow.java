package io.github.sandboxcache.domain.task;

import java.util.List;
import java.util.Optional;

/** Runs a command in a terminal of the user's, which this app does not look into. */
@FunctionalInterface
public interface TerminalWindow {
  /** Has no terminal. */
  TerminalWindow NONE = _ -> Optional.of(Failure.NO_TERMINAL);

  /** Why no terminal came up. */
  enum Failure {
    /** None of the programs that are known is on this machine. */
    NO_TERMINAL,
    /** One was there, but could not be started, or ended at once. */
    NOT_STARTED
  }

  /**
   * Opens a terminal with that command. Waits a moment, to see whether the terminal ends at once.
   *
   * @param command the program and its arguments; no shell reads them
   * @return why it failed; empty when the terminal runs
   */
  Optional<Failure> open(List<String> command);
}
