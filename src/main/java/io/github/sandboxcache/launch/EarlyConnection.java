package io.github.sandboxcache.launch;

import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.engine.EnginePlace;
import io.github.sandboxcache.domain.task.Meanwhile;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Connects while a verb's arguments are still being parsed: a verb that lists 1,000 images takes
 * about a tenth longer without it. It guesses from the words what will be asked for and decides
 * nothing; a wrong guess costs one connection.
 */
final class EarlyConnection implements EngineConnector {
  private static final String ENGINE = "--engine";
  private static final Set<String> NEEDS_NO_ENGINE =
      Set.of("-h", "--help", "--sample", "wrap", "mcp");

  /** The verbs that connect. */
  static final Set<String> VERBS =
      Set.of(
          "ls", "stats", "usage", "inspect", "diff", "install", "prune", "clear", "remove",
          "orphans", "history", "prewarm", "restore", "picture", "push", "pull", "remote");

  private final EngineConnector connector;
  private Optional<Meanwhile<Begun>> begun = Optional.empty();

  private record Begun(Optional<String> uri, Outcome outcome) {}

  EarlyConnection(EngineConnector connector) {
    this.connector = connector;
  }

  /** Whether those arguments look like a verb that connects. */
  static boolean isFor(List<String> arguments) {
    return arguments.stream().anyMatch(VERBS::contains)
        && arguments.stream().noneMatch(NEEDS_NO_ENGINE::contains);
  }

  /**
   * Begins to connect if those arguments look like a verb that will. Returns at once.
   *
   * @param searched where to look when the arguments name that engine, or none
   */
  void beginFor(List<String> arguments, UnaryOperator<Optional<String>> searched) {
    if (!isFor(arguments)) {
      return;
    }
    Optional<String> named = engineNamedBy(arguments);
    begun =
        Optional.of(
            Meanwhile.begin(
                "connect",
                () -> {
                  Optional<String> uri = searched.apply(named);
                  return new Begun(uri, connector.connect(uri));
                }));
  }

  private static Optional<String> engineNamedBy(List<String> arguments) {
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      if (argument.equals(ENGINE) && rest.hasNext()) {
        return Optional.of(rest.next());
      }
      if (argument.startsWith(ENGINE + "=")) {
        return Optional.of(argument.substring(ENGINE.length() + 1));
      }
    }
    return Optional.empty();
  }

  @Override
  public List<EnginePlace> places() {
    return connector.places();
  }

  @Override
  public boolean areSame(String address, String other) {
    return connector.areSame(address, other);
  }

  @Override
  public Outcome connect(Optional<String> chosenUri) {
    Optional<Begun> early = taken();
    if (early.isPresent() && early.get().uri().equals(chosenUri)) {
      return early.get().outcome();
    }
    if (early.isPresent() && early.get().outcome() instanceof Outcome.Connected connected) {
      connected.engine().close();
    }
    return connector.connect(chosenUri);
  }

  /** What was begun, once. */
  private Optional<Begun> taken() {
    Optional<Meanwhile<Begun>> task;
    synchronized (this) {
      task = begun;
      begun = Optional.empty();
    }
    return task.map(Meanwhile::get);
  }
}
