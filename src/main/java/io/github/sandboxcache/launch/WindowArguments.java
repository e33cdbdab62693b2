package io.github.sandboxcache.launch;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of a start without a verb. They are read here because the command line's parser
 * takes a noticeable part of the time until the window is there.
 *
 * @param engineUri the engine to use
 * @param sample whether made-up data are shown
 */
record WindowArguments(Optional<String> engineUri, boolean sample) {
  private static final String ENGINE = "--engine";

  /** Reads them; empty when the parser must look, for a verb, for help or for what is wrong. */
  static Optional<WindowArguments> of(List<String> arguments) {
    Optional<String> engineUri = Optional.empty();
    boolean sample = false;
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      if (argument.equals("--sample") && !sample) {
        sample = true;
      } else if (argument.equals(ENGINE) && engineUri.isEmpty() && rest.hasNext()) {
        engineUri = Optional.of(rest.next());
      } else if (argument.startsWith(ENGINE + "=") && engineUri.isEmpty()) {
        engineUri = Optional.of(argument.substring(ENGINE.length() + 1));
      } else {
        return Optional.empty();
      }
    }
    boolean doubtful =
        engineUri.isPresent()
            && (sample || engineUri.get().isBlank() || engineUri.get().startsWith("-"));
    return doubtful ? Optional.empty() : Optional.of(new WindowArguments(engineUri, sample));
  }
}
