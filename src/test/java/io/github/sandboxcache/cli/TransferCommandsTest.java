package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards push, pull and remote: what they ask for, and how they say what failed. */
class TransferCommandsTest {
  private static final String REGISTRY = "--registry=registry.example.com/team";

  private static CommandLineRun run(String arguments) {
    return CommandLineRun.of(
        new SampleAccess().withEngineOfRealImages(), (arguments + " --sample").split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"push --all", "pull --all", "remote ls", "remote prune --keep 1 --yes"})
  void madeUpImagesAreNeverShared(String arguments) {
    CommandLineRun run =
        CommandLineRun.of(
            new SampleAccess(), (arguments + " --json --sample " + REGISTRY).split(" "));

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("These images are made up").doesNotContain("no answer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "push",
        "push 4831 --all",
        "push --all --min-hits 2",
        "push --min-hits 0",
        "push --all --with-session-files",
        "push 4831 --registry team",
        "pull",
        "pull 4831 --all",
        "remote",
        "remote ls --registry nothing",
        "remote prune --yes",
        "remote prune --keep 1",
        "remote prune --keep 1 --yes --dry-run",
        "remote prune --keep 1 --budget 1GB --yes",
        "remote prune --budget 20 --yes"
      })
  void whatMakesNoSenseIsRefusedBeforeAnythingIsDone(String arguments) {
    CommandLineRun run = run(arguments.contains("registry") ? arguments : arguments + " --json");

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void withoutARegistryItIsSaidHowToNameOne() {
    CommandLineRun run = run("push --all");

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).contains("--registry HOST/NAMESPACE");
  }

  @Test
  void aNameThatIsNoCachedImageIsNeverShared() {
    CommandLineRun run = run("push mcp-sandbox-python:base team/app:1 --json " + REGISTRY);

    JsonNode document = run.document();
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(document.get("moved")).isEmpty();
    assertThat(document.get("failed").valueStream().map(each -> each.get("reason").textValue()))
        .containsExactly("no-image", "no-image");
  }

  @Test
  void aRegistryThatDoesNotAnswerIsToldForEachImage() {
    CommandLineRun run = run("push --all --json " + REGISTRY);

    JsonNode document = run.document();
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(document.get("registry").textValue()).isEqualTo("registry.example.com/team");
    assertThat(document.get("failed")).hasSize(42);
    assertThat(document.get("failed").get(0).get("reason").textValue())
        .isEqualTo("registry-unreachable");
  }

  @Test
  void aListThatCannotBeHadIsNoEmptyList() {
    CommandLineRun run = run("remote ls --json " + REGISTRY);

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("registry.example.com: no answer");
  }
}
