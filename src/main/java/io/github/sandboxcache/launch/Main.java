package io.github.sandboxcache.launch;

import io.github.sandboxcache.cli.CommandLineApp;
import io.github.sandboxcache.cli.Console;
import io.github.sandboxcache.instance.SingleInstance;
import io.github.sandboxcache.settings.AppDirectories;
import io.github.sandboxcache.ui.AppServices;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Starts the window, or with a verb the command line. */
public final class Main {
  private Main() {}

  /** The app's entry point; ends the process with the verb's exit code. */
  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Console console = ProcessConsole.take(environment);
    Path home = Path.of(System.getProperty("user.home"));
    AppDirectories directories =
        AppDirectories.of(System.getProperty("os.name"), home, environment);
    LogSetup.configure(directories.logs());
    List<String> restored = Arguments.restored(List.of(arguments));
    int code = run(restored, directories, home, console, environment);
    console.out().flush();
    System.exit(code);
  }

  /** Runs what the arguments say; the exit code. */
  static int run(
      List<String> arguments,
      AppDirectories directories,
      Path home,
      Console console,
      Map<String, String> environment) {
    Function<Clock, Composition> composed =
        clock -> new Composition(directories, home, environment, clock, BuildInfo.versions());
    // Only the window shows times of day; to find the zone opens every jar.
    Supplier<AppServices> windowServices =
        () -> composed.apply(Clock.system(ZoneId.systemDefault())).windowServices();
    SingleInstance instances = new SingleInstance(directories.instances());
    WindowLauncher window = new WindowLauncher(windowServices, instances, console, environment);
    Optional<WindowArguments> start = WindowArguments.of(arguments);
    if (start.isPresent()) {
      // Put together while the toolkit starts.
      return window.open(start.get().engineUri(), start.get().sample());
    }
    Clock clock = Clock.systemUTC();
    return new CommandLineApp(composed.apply(clock), window, console, clock, BuildInfo.versions())
        .run(arguments.toArray(String[]::new));
  }
}
