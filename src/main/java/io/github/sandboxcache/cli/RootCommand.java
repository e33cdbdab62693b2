package io.github.sandboxcache.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command itself: the options that every verb takes, and the window when there is no verb. */
@Command(
    name = "sandbox-cache",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = VersionText.class,
    synopsisSubcommandLabel = "[VERB]",
    sortOptions = false,
    addMethodSubcommands = false)
final class RootCommand implements Callable<Integer> {
  private final Console console;
  private final WindowStarter window;

  @Option(names = "--engine", paramLabel = "URI", scope = ScopeType.INHERIT)
  private Optional<String> engine = Optional.empty();

  @Option(names = "--sample", scope = ScopeType.INHERIT)
  private boolean sample;

  @Option(names = "--json", scope = ScopeType.INHERIT)
  private boolean json;

  @Option(names = "--no-color", scope = ScopeType.INHERIT)
  private boolean noColor;

  @Spec private CommandSpec spec;

  RootCommand(Console console, WindowStarter window) {
    this.console = console;
    this.window = window;
  }

  Optional<String> engine() {
    return engine;
  }

  boolean sample() {
    return sample;
  }

  Output output() {
    return new Output(console, json, !noColor);
  }

  /** Refuses options that contradict each other. */
  void check() {
    if (sample && engine.isPresent()) {
      throw new ParameterException(spec.commandLine(), HelpText.of("problem.sample-and-engine"));
    }
    if (engine.filter(String::isBlank).isPresent()) {
      throw new ParameterException(spec.commandLine(), HelpText.of("problem.empty-engine"));
    }
  }

  @Override
  public Integer call() {
    check();
    if (json) {
      throw new ParameterException(spec.commandLine(), HelpText.of("problem.json-without-verb"));
    }
    return window.open(engine, sample);
  }
}
