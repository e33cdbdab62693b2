package io.github.sandboxcache.adapter.os;

import io.github.sandboxcache.domain.task.TerminalWindow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A terminal by the first of the programs that the system may have. The command goes to it as a
 * list of arguments, through no shell. Thread-safe.
 */
public final class CommandTerminal implements TerminalWindow {
  private static final Logger LOG = LoggerFactory.getLogger(CommandTerminal.class);

  /** So soon no terminal ends in which somebody works. */
  private static final long ENDS_AT_ONCE_MILLIS = 700;

  /** Each with what stands before the command. */
  private static final List<List<String>> ON_LINUX =
      List.of(
          List.of("x-terminal-emulator", "-e"),
          List.of("gnome-terminal", "--"),
          List.of("konsole", "-e"),
          List.of("xfce4-terminal", "-x"),
          List.of("kitty"),
          List.of("alacritty", "-e"),
          List.of("foot"),
          List.of("xterm", "-e"));

  private static final List<List<String>> ON_WINDOWS =
      List.of(List.of("wt.exe", "new-tab"), List.of("cmd.exe", "/c", "start", "\"Sandbox Cache\""));

  /** The shell within the terminal gets each argument quoted by the system itself. */
  private static final List<String> ON_MAC =
      List.of(
          "osascript",
          "-e",
          "on run argv",
          "-e",
          "set line to \"\"",
          "-e",
          "repeat with word in argv",
          "-e",
          "set line to line & quoted form of word & \" \"",
          "-e",
          "end repeat",
          "-e",
          "tell application \"Terminal\" to do script line",
          "-e",
          "tell application \"Terminal\" to activate",
          "-e",
          "end run");

  private final String osName;
  private final SearchPath path;

  /**
   * For that system.
   *
   * @param osName its name as in the property {@code os.name}
   * @param path where programs are, as in the variable {@code PATH}
   */
  public CommandTerminal(String osName, String path) {
    this.osName = osName.toLowerCase(Locale.ROOT);
    this.path = new SearchPath(path);
  }

  @Override
  public Optional<Failure> open(List<String> command) {
    List<List<String>> there =
        commands(command).stream().map(this::found).flatMap(Optional::stream).toList();
    if (there.isEmpty()) {
      return Optional.of(Failure.NO_TERMINAL);
    }
    return there.stream().anyMatch(CommandTerminal::starts)
        ? Optional.empty()
        : Optional.of(Failure.NOT_STARTED);
  }

  /** The ways to open a terminal with that command on this system, the best first. */
  List<List<String>> commands(List<String> command) {
    List<List<String>> terminals =
        osName.startsWith("windows")
            ? ON_WINDOWS
            : osName.startsWith("mac") ? List.of(ON_MAC) : ON_LINUX;
    return terminals.stream()
        .map(terminal -> Stream.concat(terminal.stream(), command.stream()).toList())
        .toList();
  }

  /** The same with where its program is; empty when it is nowhere. */
  private Optional<List<String>> found(List<String> command) {
    return path.find(command.getFirst())
        .map(
            program ->
                Stream.concat(Stream.of(program.toString()), command.stream().skip(1)).toList());
  }

  private static boolean starts(List<String> command) {
    try {
      Process terminal =
          new ProcessBuilder(new ArrayList<>(command))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = terminal.waitFor(ENDS_AT_ONCE_MILLIS, TimeUnit.MILLISECONDS);
      if (ended && terminal.exitValue() != 0) {
        LOG.warn("{} ended at once with {}", command.getFirst(), terminal.exitValue());
        return false;
      }
      return true;
    } catch (IOException e) {
      LOG.warn("{} cannot be started", command.getFirst(), e);
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
