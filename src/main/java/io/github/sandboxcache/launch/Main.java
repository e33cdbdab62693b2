package io.github.sandboxcache.launch;

import io.github.sandboxcache.adapter.os.SingleInstance;
import io.github.sandboxcache.cli.AppWindow;
import io.github.sandboxcache.cli.CacheAccess;
import io.github.sandboxcache.cli.CommandLineApp;
import io.github.sandboxcache.cli.Console;
import io.github.sandboxcache.cli.ExitCode;
import io.github.sandboxcache.cli.ProgramLanguage;
import io.github.sandboxcache.domain.settings.AppDirectories;
import io.github.sandboxcache.domain.settings.NoHomeException;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import io.github.sandboxcache.ui.app.AppServices;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Starts the window, or with a verb the command line. */
public final class Main {
  private static final String HOME_PROPERTY = "user.home";

  private Main() {}

  /** The app's entry point; ends the process with the verb's exit code. */
  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Console console = ProcessConsole.take(environment);
    List<String> restored = Arguments.restored(List.of(arguments));
    int code = run(restored, console, environment);
    console.out().flush();
    System.exit(code);
  }

  private static int run(List<String> arguments, Console console, Map<String, String> environment) {
    try (var _ = ProgramLanguage.of(arguments)) {
      String osName = System.getProperty("os.name");
      Path home = AppDirectories.home(osName, System.getProperty(HOME_PROPERTY), environment);
      // The search for engines and the libraries look there.
      System.setProperty(HOME_PROPERTY, home.toString());
      // The parser would look for Groovy, and open every jar.
      System.setProperty("picocli.disable.closures", "true");
      AppDirectories directories = AppDirectories.of(osName, home, environment);
      // Who looks for what is wrong changes nothing.
      boolean changesNothing = Arguments.verb(arguments).filter("doctor"::equals).isPresent();
      LogSetup.configure(directories.logs(), !changesNothing);
      return run(arguments, directories, home, console, environment);
    } catch (NoHomeException e) {
      String words =
          e.wrongValue()
              .map(value -> Texts.text("home.not-absolute", e.variable(), value))
              .orElseGet(() -> Texts.text("home.unknown", e.variable()));
      console.err().println(PlainText.line(words));
      return e.wrongValue().isPresent() ? ExitCode.WRONG_USAGE : ExitCode.FAILED;
    }
  }

  /** Runs what the arguments say; the exit code. */
  static int run(
      List<String> arguments,
      AppDirectories directories,
      Path home,
      Console console,
      Map<String, String> environment) {
    Function<Clock, Composition> composed =
        clock ->
            new Composition(arguments, directories, home, environment, clock, BuildInfo.versions());
    // Only the window shows times of day; to find the zone opens every jar.
    Supplier<AppServices> windowServices =
        () -> composed.apply(Clock.system(ZoneId.systemDefault())).windowServices();
    AppWindow window =
        new WindowLauncher(
            windowServices, new SingleInstance(directories.instances()), console, environment);
    Clock clock = Clock.systemUTC();
    Supplier<CacheAccess> access = () -> composed.apply(clock);
    if (EarlyConnection.isFor(arguments)) {
      Composition begun = composed.apply(clock);
      access = () -> begun;
    }
    return new CommandLineApp(access, window, console, clock, BuildInfo.versions())
        .run(arguments.toArray(String[]::new));
  }
}
