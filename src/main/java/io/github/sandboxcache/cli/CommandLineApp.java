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
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line of the app: reads the arguments and runs the verb, or opens the window. */
public final class CommandLineApp {
  private final Supplier<CacheAccess> opened;
  private final AppWindow window;
  private final Console console;
  private final Clock clock;
  private final Versions versions;
  private Optional<CacheAccess> access = Optional.empty();

  /**
   * The command line on those streams.
   *
   * @param opened opens what verbs work with; called once, and not at all where a verb needs none
   * @param window what opens without a verb
   * @param versions which run here, for {@code --version}
   */
  public CommandLineApp(
      Supplier<CacheAccess> opened,
      AppWindow window,
      Console console,
      Clock clock,
      Versions versions) {
    this.opened = opened;
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
    int code;
    try (var _ = ProgramLanguage.of(given)) {
      code = parser(given).execute(arguments);
      access
          .flatMap(CacheAccess::ledgerSetAside)
          .ifPresent(kept -> console.err().println(setAside(kept)));
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
    // Help names all verbs.
    return parser(List.of("--help")).getCommandSpec();
  }

  /**
   * Makes only the verbs that are named, none for the window, or else all: that took a fifth of the
   * time of a verb, and 70 ms before the window.
   */
  private CommandLine parser(List<String> arguments) {
    RootCommand root = new RootCommand(console, window, this::access, clock, versions);
    CommandLine parser = new CommandLine(root.spec());
    Map<String, Supplier<Object>> all = verbs(root);
    boolean help = arguments.contains("-h") || arguments.contains("--help");
    boolean named = !help && arguments.stream().anyMatch(all::containsKey);
    boolean noneNeeded = !help && hasOptionsOnly(arguments);
    all.forEach(
        (name, verb) -> {
          if (named ? arguments.contains(name) : !noneNeeded) {
            parser.addSubcommand(verb.get());
          }
        });
    HelpText.addExamples(parser);
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

  /**
   * Whether they open the window: any other word may be a verb, or a slip that is told all verbs.
   */
  private static boolean hasOptionsOnly(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      boolean valueOfOption = i > 0 && arguments.get(i - 1).equals("--engine");
      if (!valueOfOption && !arguments.get(i).startsWith("-")) {
        return false;
      }
    }
    return true;
  }

  private Map<String, Supplier<Object>> verbs(RootCommand root) {
    Supplier<Session> sessions = root::session;
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("ls", () -> new ListCommand(sessions, clock).spec());
    all.put("stats", () -> new StatsCommand(sessions, clock));
    all.put("usage", () -> usage(sessions));
    all.put("history", () -> new HistoryCommand(sessions, clock));
    all.put("inspect", () -> new InspectCommand(sessions, clock));
    all.put("diff", () -> new DiffCommand(sessions));
    all.put("install", () -> new InstallCommand(sessions, clock));
    all.put("prewarm", () -> new PrewarmCommand(sessions, clock));
    all.put("restore", () -> new RestoreCommand(sessions));
    all.put("prune", () -> new PruneCommand(sessions, clock));
    all.put("clear", () -> new ClearCommand(sessions));
    all.put("remove", () -> new RemoveCommand(sessions));
    all.put("orphans", () -> orphans(sessions));
    all.put("push", () -> new PushCommand(sessions));
    all.put("pull", () -> new PullCommand(sessions));
    all.put("remote", () -> remote(sessions));
    all.put("pin", () -> new PinCommand(sessions));
    all.put("unpin", () -> new UnpinCommand(sessions));
    all.put("pins", () -> new PinsCommand(sessions));
    all.put("engines", () -> new EnginesCommand(sessions));
    all.put("doctor", () -> new DoctorCommand(sessions, clock));
    all.put("picture", () -> new PictureCommand(sessions));
    all.put("key", () -> new KeyCommand(root, console.in()));
    all.put("wrap", () -> new WrapCommand(() -> access().serverProxy(), console).spec());
    all.put("mcp", () -> new McpCommand(root::agentTools, () -> access().agentServer(), console));
    return all;
  }

  private CacheAccess access() {
    CacheAccess given = access.orElseGet(opened);
    access = Optional.of(given);
    return given;
  }

  private CommandLine orphans(Supplier<Session> sessions) {
    return new CommandLine(new OrphansCommand(sessions, clock))
        .addSubcommand(new OrphansNameCommand(sessions))
        .addSubcommand(new OrphansRemoveCommand(sessions, clock));
  }

  private CommandLine remote(Supplier<Session> sessions) {
    return new CommandLine(new RemoteCommand())
        .addSubcommand(new RemoteListCommand(sessions, clock))
        .addSubcommand(new RemotePruneCommand(sessions, clock));
  }

  private CommandLine usage(Supplier<Session> sessions) {
    return new CommandLine(new UsageCommand(sessions, clock))
        .addSubcommand(new UsageFindCommand(sessions, () -> access().logSearch()))
        .addSubcommand(new UsageImportCommand(sessions, () -> access().logImport(), console.in()));
  }

  private int sayWrongUsage(ParameterException e, String[] arguments) {
    console.err().println(PlainText.line(HelpText.of(e)));
    console
        .err()
        .println(HelpText.of("problem.help", e.getCommandLine().getCommandSpec().qualifiedName()));
    return ExitCode.WRONG_USAGE;
  }

  private int sayUnexpected(Exception e, CommandLine command, ParseResult arguments) {
    LoggerFactory.getLogger(CommandLineApp.class)
        .error("{} broke off", command.getCommandName(), e);
    console.err().println(PlainText.line(Texts.text("cli.unexpected", String.valueOf(e))));
    return ExitCode.FAILED;
  }
}
