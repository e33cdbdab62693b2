package io.github.sandboxcache.launch;

import io.github.sandboxcache.cli.Console;
import io.github.sandboxcache.cli.ExitCode;
import io.github.sandboxcache.domain.settings.AppDirectories;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs several verbs in one process, so that what is recorded of it serves each of them: the build
 * of the app image makes the cache of classes that way. Made by {@code ls} alone, {@code key} takes
 * 11 % longer. No start script leads here.
 */
final class Rehearsal {
  private static final String HOME = "SANDBOX_CACHE_HOME";

  private Rehearsal() {}

  /**
   * Runs them one after the other, so that the later ones find what the first ones have kept, and
   * ends the process.
   *
   * @param verbs each with its arguments, separated by spaces
   */
  public static void main(String[] verbs) {
    Map<String, String> environment = System.getenv();
    Path home = Path.of(environment.getOrDefault(HOME, "rehearsal")).toAbsolutePath();
    Console console = ProcessConsole.take(environment);
    LogSetup.configure(home.resolve("logs"), true);
    int worst = ExitCode.DONE;
    AppDirectories directories =
        AppDirectories.of(System.getProperty("os.name"), home, environment);
    for (String verb : verbs) {
      List<String> arguments = Arguments.restored(List.of(verb.split(" ")));
      worst = Math.max(worst, Main.run(arguments, directories, home, console, environment));
    }
    System.exit(worst);
  }
}
