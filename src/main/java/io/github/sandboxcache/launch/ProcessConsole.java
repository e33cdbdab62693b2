package io.github.sandboxcache.launch;

import io.github.sandboxcache.cli.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The streams of this process. */
final class ProcessConsole {
  /** Set by the start script, which can ask each stream; a 1 or 2 in it names a terminal. */
  private static final String TERMINALS_PROPERTY = "sandboxcache.terminals";

  private ProcessConsole() {}

  /**
   * Takes the streams over; what others print can from now on do no harm, and is never among the
   * documents on standard output.
   */
  static Console take(Map<String, String> environment) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, System.err.charset());
    System.setErr(new PrintStream(new HarmlessStream(err), true, System.err.charset()));
    System.setOut(System.err);
    String terminals = System.getProperty(TERMINALS_PROPERTY, bothOrNone());
    boolean dumb = "dumb".equals(environment.get("TERM"));
    return new Console(
        System.in,
        out,
        err,
        terminals.contains("1"),
        terminals.contains("2") && !dumb,
        environment.getOrDefault("NO_COLOR", "").isEmpty() && !dumb);
  }

  private static String bothOrNone() {
    return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent()
        ? "12"
        : "";
  }
}
