package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.text.Versions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards what is the same for all verbs: help, version, exit codes, the window without a verb. */
class CommandLineAppTest {
  private final SampleAccess access = new SampleAccess();

  @ParameterizedTest
  @ValueSource(strings = {"ls", "stats", "prune", "clear --yes", "install python numpy"})
  void withoutEngineEveryPlaceIsNamed(String verb) {
    CommandLineRun run = CommandLineRun.of(access, (verb + " --json").split(" "));

    assertThat(run.code()).isEqualTo(ExitCode.NO_ENGINE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().toList())
        .hasSize(5)
        .anySatisfy(line -> assertThat(line).contains("/var/run/docker.sock", "group docker"))
        .anySatisfy(line -> assertThat(line).contains("DOCKER_HOST", "no value"))
        .anySatisfy(line -> assertThat(line).contains("usermod"))
        .anySatisfy(line -> assertThat(line).contains("--engine", "--sample"));
  }

  @Test
  void namedEngineIsUsed() {
    assertThat(CommandLineRun.of(access, "--engine", SampleAccess.URI, "stats", "--json").code())
        .isZero();
    assertThat(CommandLineRun.of(access, "stats", "--json", "--engine=" + SampleAccess.URI).code())
        .isZero();
  }

  @Test
  void sampleIsMarkedAsSuch() {
    assertThat(CommandLineRun.of(access, "ls", "--sample").out()).startsWith("Sample data");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bogus",
        "ls extra",
        "ls --bogus",
        "--json",
        "ls --sample --engine unix:///x",
        "install python",
        "install",
        "key",
        "prune --keep",
      })
  void wrongUsageSaysSoAndPrintsNoDocument(String line) {
    CommandLineRun run = CommandLineRun.of(access, line.split(" "));

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--help");
  }

  @Test
  void withoutVerbTheWindowOpens() {
    assertThat(CommandLineRun.of(access).code()).isEqualTo(100);
    assertThat(CommandLineRun.of(access, "--sample").code()).isEqualTo(101);
    assertThat(CommandLineRun.of(access, "--engine", "unix:///x").code()).isEqualTo(102);
  }

  @Test
  void versionAndHelpArePrinted() {
    assertThat(CommandLineRun.of(access, "--version").out())
        .startsWith("sandbox-cache 1.2.3\nJava " + Runtime.version() + ", JavaFX 26, ");
    assertThat(CommandLineRun.of(access, "--help").out())
        .contains("ls", "stats", "install", "prune", "clear", "key", "Exit codes:");
    assertThat(CommandLineRun.of(access, "prune", "--help").out()).contains("--keep", "--dry-run");
  }

  @Test
  void whatDoesNotArriveIs1AlsoWhenItIsDone() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("broken pipe");
          }
        };
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(closed, false, StandardCharsets.UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            false,
            false,
            true);
    CommandLineApp app =
        new CommandLineApp(
            () -> access,
            (_, _) -> 0,
            console,
            Clock.fixed(SampleAccess.NOW, ZoneOffset.UTC),
            new Versions("1", "26"));
    assertThat(app.run("ls", "--sample")).isEqualTo(1);
    assertThat(app.run("ls", "--bogus")).as("what is wrong anyway stays so").isEqualTo(2);
  }
}
