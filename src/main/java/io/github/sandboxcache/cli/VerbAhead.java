package io.github.sandboxcache.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the arguments will turn out to ask for, read before the parser has put itself together, so
 * that only the verb's part of it is made and the engine is asked meanwhile. It decides nothing:
 * the parser alone says what is meant and what is wrong.
 *
 * @param name the first word that is no option; empty when there is none, or when help is wanted
 * @param engineUri the engine that is named
 * @param sample whether made-up data are wanted
 */
record VerbAhead(Optional<String> name, Optional<String> engineUri, boolean sample) {
  private static final String ENGINE = "--engine";
  private static final Set<String> HELP = Set.of("-h", "--help");
  private static final Set<String> WITH_ENGINE =
      Set.of("ls", "stats", "usage", "install", "prune", "clear", "remove");

  /** Reads them. */
  static VerbAhead of(List<String> arguments) {
    Optional<String> name = Optional.empty();
    Optional<String> engineUri = Optional.empty();
    boolean sample = false;
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      if (HELP.contains(argument)) {
        return new VerbAhead(Optional.empty(), Optional.empty(), false);
      } else if (argument.equals(ENGINE) && rest.hasNext()) {
        engineUri = Optional.of(rest.next());
      } else if (argument.startsWith(ENGINE + "=")) {
        engineUri = Optional.of(argument.substring(ENGINE.length() + 1));
      } else if (argument.equals("--sample")) {
        sample = true;
      } else if (name.isEmpty() && !argument.startsWith("-")) {
        name = Optional.of(argument);
      }
    }
    return new VerbAhead(name, engineUri, sample);
  }

  /** Whether an engine will be looked for. */
  boolean needsEngine() {
    return !sample && name.filter(WITH_ENGINE::contains).isPresent();
  }
}
