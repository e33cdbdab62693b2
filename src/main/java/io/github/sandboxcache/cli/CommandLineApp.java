package io.github.sandboxcache.cli;

import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import io.github.sandboxcache.text.Versions;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line of the app: reads the arguments and runs the verb, or opens the window. */
public final class CommandLineApp {
  private static final Logger LOG = LoggerFactory.getLogger(CommandLineApp.class);

  private final CacheAccess access;
  private final WindowStarter window;
  private final Console console;
  private final Clock clock;
  private final Versions versions;

  /**
   * The command line on those streams.
   *
   * @param versions which run here, for {@code --version}
   */
  public CommandLineApp(
      CacheAccess access, WindowStarter window, Console console, Clock clock, Versions versions) {
    this.access = access;
    this.window = window;
    this.console = console;
    this.clock = clock;
    this.versions = versions;
  }

  /**
   * Runs what the arguments say, to its end.
   *
   * @return the process's exit code, see {@link ExitCode}
   */
  public int run(String... arguments) {
    List<String> given = List.of(arguments);
    VerbAhead ahead = VerbAhead.of(given);
    if (ahead.needsEngine()) {
      access.expect(ahead.engineUri());
    }
    int code;
    try (var _ = ProgramLanguage.of(given)) {
      code = parser(ahead.name()).execute(arguments);
      access.ledgerSetAside().ifPresent(kept -> console.err().println(setAside(kept)));
    }
    boolean arrived = !console.out().checkError();
    return arrived || code != ExitCode.DONE ? code : ExitCode.FAILED;
  }

  private static String setAside(Path kept) {
    return PlainText.line(Texts.text("cli.ledger.set-aside", kept));
  }

  /**
   * All verbs and options with their texts, for what describes them elsewhere: man page,
   * completion.
   */
  public CommandSpec model() {
    return parser(Optional.empty()).getCommandSpec();
  }

  /** Knows one verb only, where that is the name of one: making all takes time. */
  private CommandLine parser(Optional<String> verb) {
    RootCommand root = new RootCommand(console, window, versions);
    CommandLine parser = new CommandLine(root.spec(), new PlainFactory());
    Map<String, Supplier<Object>> all = verbs(root);
    Optional.ofNullable(all.get(verb.orElse("")))
        .map(List::of)
        .orElseGet(() -> List.copyOf(all.values()))
        .forEach(made -> parser.addSubcommand(made.get()));
    boolean color = console.outIsTerminal() && console.colorAllowed();
    return parser
        .setResourceBundle(HelpText.bundle())
        // "@types/node" is a package, not a file of arguments.
        .setExpandAtFiles(false)
        .setColorScheme(Help.defaultColorScheme(color ? Help.Ansi.ON : Help.Ansi.OFF))
        .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(this::sayWrongUsage)
        .setExecutionExceptionHandler(this::sayUnexpected);
  }

  private Map<String, Supplier<Object>> verbs(RootCommand root) {
    EngineVerbs verbs = new EngineVerbs(root, access);
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("ls", () -> new ListCommand(verbs, clock).spec());
    all.put("stats", () -> new StatsCommand(verbs, clock));
    all.put("usage", () -> usage(root));
    all.put("install", () -> new InstallCommand(verbs, clock));
    all.put("prune", () -> new PruneCommand(verbs));
    all.put("clear", () -> new ClearCommand(verbs));
    all.put("remove", () -> new RemoveCommand(verbs));
    all.put("pin", () -> new PinCommand(new PinVerbs(root, access), verbs));
    all.put("unpin", () -> new UnpinCommand(new PinVerbs(root, access)));
    all.put("key", () -> new KeyCommand(root, console.in()));
    return all;
  }

  private CommandLine usage(RootCommand root) {
    return new CommandLine(new UsageCommand(new LedgerVerbs(root, access), clock))
        .addSubcommand(new UsageImportCommand(root, access::logImport, console.in()));
  }

  private int sayWrongUsage(ParameterException e, String[] arguments) {
    console.err().println(PlainText.line(UsageProblem.words(e)));
    console
        .err()
        .println(HelpText.of("problem.help", e.getCommandLine().getCommandSpec().qualifiedName()));
    return ExitCode.WRONG_USAGE;
  }

  private int sayUnexpected(Exception e, CommandLine command, ParseResult arguments) {
    LOG.error("{} broke off", command.getCommandName(), e);
    console.err().println(PlainText.line(Texts.text("cli.unexpected", String.valueOf(e))));
    return ExitCode.FAILED;
  }
}
