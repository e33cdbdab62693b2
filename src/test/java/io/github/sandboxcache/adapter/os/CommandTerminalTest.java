package io.github.sandboxcache.adapter.os;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.task.TerminalWindow.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command reaches the terminal word for word, and a terminal that fails is told of. */
class CommandTerminalTest {
  private static final List<String> COMMAND = List.of("docker", "run", "a b", "$(x)", "\"");

  @TempDir private Path directory;

  private CommandTerminal terminal() {
    return new CommandTerminal("Linux", "/nowhere:" + directory);
  }

  private void program(String name, String script) throws IOException {
    Path file = directory.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void eachArgumentStaysOneArgument() throws IOException {
    Path told = directory.resolve("told");
    program("xterm", "printf '%s\\n' \"$@\" > " + told);

    assertThat(terminal().open(COMMAND)).isEmpty();
    assertThat(told).content().isEqualTo("-e\ndocker\nrun\na b\n$(x)\n\"\n");
  }

  @Test
  void withoutATerminalItSaysSo() {
    assertThat(terminal().open(COMMAND)).contains(Failure.NO_TERMINAL);
  }

  @Test
  void aTerminalThatFailsGivesWayToTheNext() throws IOException {
    program("gnome-terminal", "exit 1");
    assertThat(terminal().open(COMMAND)).contains(Failure.NOT_STARTED);

    program("xterm", "exit 0");
    assertThat(terminal().open(COMMAND)).isEmpty();
  }

  @Test
  void everySystemHasItsOwnTerminals() {
    assertThat(new CommandTerminal("Windows 11", "").commands(COMMAND))
        .extracting(List::getFirst)
        .containsExactly("wt.exe", "cmd.exe");
    assertThat(new CommandTerminal("Mac OS X", "").commands(COMMAND))
        .singleElement()
        .satisfies(
            command -> {
              assertThat(command.getFirst()).isEqualTo("osascript");
              assertThat(command).endsWith(COMMAND.toArray(String[]::new));
            });
  }
}
