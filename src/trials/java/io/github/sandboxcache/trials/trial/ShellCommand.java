package io.github.sandboxcache.trials.trial;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/** A command that the user of the trials gave, such as the one that stops the engine. */
final class ShellCommand {
  private ShellCommand() {}

  /** Runs it to its end, which has to be a good one. */
  static void run(String command) throws InterruptedException, IOException {
    int code =
        new ProcessBuilder(List.of("sh", "-c", command))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException("exit code " + code + " of " + command);
    }
  }
}
