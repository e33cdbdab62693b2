package io.github.sandboxcache.cli;

import io.github.sandboxcache.text.Versions;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * The command itself: the options that every verb takes, and the window when there is no verb. It
 * is described by calls, not by annotations: every start needs it, and to read annotations takes as
 * long as all else that a short verb does.
 */
final class RootCommand implements Callable<Integer> {
  private final Console console;
  private final AppWindow window;
  private final Supplier<CacheAccess> access;
  private final Clock clock;
  private final CommandSpec spec;

  private Optional<String> engine = Optional.empty();
  private boolean sample;
  private boolean json;
  private boolean noColor;

  /**
   * The command.
   *
   * @param access asked for when a verb needs it
   * @param versions which run here, for {@code --version}
   */
  RootCommand(
      Console console,
      AppWindow window,
      Supplier<CacheAccess> access,
      Clock clock,
      Versions versions) {
    this.console = console;
    this.window = window;
    this.access = access;
    this.clock = clock;
    this.spec = CommandSpec.wrapWithoutInspection(this).name("sandbox-cache");
    spec.scopeType(ScopeType.INHERIT)
        .versionProvider(
            () -> new String[] {"sandbox-cache " + versions.app(), versions.platform()});
    spec.usageMessage().synopsisSubcommandLabel("[VERB]").sortOptions(false);
    spec.addOption(
        OptionSpec.builder("--engine")
            .paramLabel("URI")
            .type(String.class)
            .scopeType(ScopeType.INHERIT)
            .setter(setter(value -> engine = Optional.ofNullable((String) value)))
            .build());
    spec.addOption(flag(value -> sample = value, "--sample").build());
    spec.addOption(flag(value -> json = value, "--json").build());
    spec.addOption(flag(value -> noColor = value, "--no-color").build());
    spec.addOption(flag(_ -> {}, "-h", "--help").usageHelp(true).build());
    spec.addOption(flag(_ -> {}, "-V", "--version").versionHelp(true).build());
  }

  private static OptionSpec.Builder flag(Consumer<Boolean> whenRead, String... names) {
    return OptionSpec.builder(names)
        .type(boolean.class)
        .scopeType(ScopeType.INHERIT)
        .setter(setter(value -> whenRead.accept(Boolean.TRUE.equals(value))));
  }

  static ISetter setter(Consumer<@Nullable Object> whenRead) {
    return new ISetter() {
      @Override
      public <T> T set(T value) {
        whenRead.accept(value);
        return value;
      }
    };
  }

  /** What the parser knows of it. */
  CommandSpec spec() {
    return spec;
  }

  /** The session of the verb whose arguments have been parsed. */
  Session session() {
    check();
    return new Session(access.get(), engine, sample, output());
  }

  /** The same for agents, who call again and again. */
  AgentTools agentTools() {
    check();
    return new AgentTools(access.get(), engine, sample, clock);
  }

  Output output() {
    return new Output(console, json, !noColor);
  }

  /** Refuses options that contradict each other. */
  private void check() {
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
    return window.hasDisplay()
        ? window.open(engine, sample)
        : new CacheInWords(session(), clock).print();
  }
}
