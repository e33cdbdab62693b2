package io.github.sandboxcache.build.installers;

import io.github.sandboxcache.cli.CommandLineApp;
import io.github.sandboxcache.cli.Console;
import io.github.sandboxcache.text.Versions;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import picocli.CommandLine.Model.CommandSpec;

/** The app's verbs and options, taken from the app itself. */
final class CommandModel {
  private CommandModel() {}

  /** No verb runs, so nothing asks for the cache. */
  static CommandSpec of(String version) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Console console =
        new Console(InputStream.nullInputStream(), nowhere, nowhere, false, false, false);
    // The page and the completion name no toolkit.
    Versions versions = new Versions(version, "");
    return new CommandLineApp(
            () -> {
              throw new UnsupportedOperationException("no verb runs");
            },
            (_, _) -> 0,
            console,
            Clock.systemUTC(),
            versions)
        .model();
  }
}
