package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.install.InstallProblem;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.task.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards what {@code install} asks for and how it tells what came of it. */
class InstallCommandTest {
  private final List<InstallRequest> requests = new ArrayList<>();
  private final SampleAccess access =
      new SampleAccess(
          (request, listener, _) -> {
            requests.add(request);
            listener.onProgress(Progress.of("packages", "pip", 0.5));
            listener.onLine("\u001b]0;owned\u0007Collecting numpy");
            return InstallResult.installed(request, Duration.ofMillis(1234));
          });

  @Test
  void documentHasExactlyTheseFields() {
    CommandLineRun run =
        CommandLineRun.of(access, "install", "python", "numpy==2.1.3", "--sample", "--json");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            {
              "success": true,
              "cached": false,
              "durationMs": 1234,
              "installedPackages": [
                "numpy==2.1.3"
              ],
              "reference": "%s",
              "errors": [],
              "warnings": []
            }
            """
                .formatted(requests.getFirst().reference()));
  }

  @Test
  void optionsReachTheRequest() {
    CommandLineRun.of(
        access,
        "install",
        "typescript",
        "@types/node@20",
        "zod",
        "--base",
        "my/base:1",
        "--network",
        "host",
        "--sample");

    InstallRequest request = requests.getFirst();
    assertThat(request.language().name()).isEqualTo("typescript");
    assertThat(request.packages()).containsExactly("@types/node@20", "zod");
    assertThat(request.baseImage()).contains("my/base:1");
    assertThat(request.network()).contains("host");
  }

  @Test
  void failureStillPrintsItsDocument() {
    SampleAccess failing =
        new SampleAccess(
            (_, _, _) ->
                InstallResult.failed(
                    Duration.ofSeconds(2),
                    List.of(new InstallProblem.EngineFailed("no such package"))));

    CommandLineRun run =
        CommandLineRun.of(failing, "install", "python", "nope", "--sample", "--json");

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.document().get("success").booleanValue()).isFalse();
    assertThat(run.document().get("reference").isNull()).isTrue();
    assertThat(run.document().get("errors")).hasToString("[\"no such package\"]");
  }

  @Test
  void engineThatRefusesIsFailureWithItsWords() {
    SampleAccess refusing =
        new SampleAccess(
            (_, _, _) -> {
              throw new ImageNotFoundException("no such image: \u001b[31mx");
            });

    CommandLineRun json =
        CommandLineRun.of(refusing, "install", "go", "example.org/x", "--sample", "--json");
    CommandLineRun people = CommandLineRun.of(refusing, "install", "go", "a.org/x", "--sample");

    assertThat(json.code()).isEqualTo(ExitCode.FAILED);
    assertThat(json.document().get("errors").get(0).textValue()).startsWith("no such image");
    assertThat(people.err()).contains("no such image: x").doesNotContain("\u001b");
  }

  @Test
  void cancelledInstallIsFailure() {
    SampleAccess cancelled =
        new SampleAccess(
            (_, _, _) -> {
              throw new CancellationException();
            });

    CommandLineRun run = CommandLineRun.of(cancelled, "install", "go", "a.org/x", "--sample");

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("cancelled");
  }

  @Test
  void progressIsForTerminalsAndHarmless() {
    CommandLineRun terminal =
        CommandLineRun.onTerminal(access, "install", "python", "numpy", "--sample");

    assertThat(terminal.err()).contains("Installing 50\u00a0% Collecting numpy");
    assertThat(terminal.err()).doesNotContain("owned");
    assertThat(CommandLineRun.of(access, "install", "python", "numpy", "--sample").err()).isEmpty();
  }

  @Test
  void unknownLanguageIsWrongUsage() {
    CommandLineRun run = CommandLineRun.of(access, "install", "cobol", "x", "--sample", "--json");

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("cobol", "python");
    assertThat(requests).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"--base, ''", "--base, ' '", "--network, ''", "--time-limit, 0", "--time-limit, x"})
  void anOptionWithoutAUsableValueIsWrongUsage(String option, String value) {
    CommandLineRun run =
        CommandLineRun.of(access, "install", "python", "numpy", option, value, "--sample");

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).isNotBlank();
    assertThat(requests).isEmpty();
  }

  @Test
  void nothingIsCalledLeftOnlyWhenItIsKnown() {
    SampleAccess lost =
        new SampleAccess(
            (_, _, _) -> {
              throw new EngineUnreachableException("unix:///x", "broken pipe", null);
            });

    CommandLineRun run = CommandLineRun.of(lost, "install", "go", "a.org/x", "--sample");

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("broken pipe").doesNotContain("Nothing is left");
  }
}
