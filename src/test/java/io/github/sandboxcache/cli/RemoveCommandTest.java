package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards remove: just the named images, with a reason for each name that stays. */
class RemoveCommandTest {
  private final SampleAccess access = new SampleAccess();

  private CommandLineRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--sample", "--json"));
    return CommandLineRun.of(access, all.toArray(String[]::new));
  }

  private int images() {
    return run("stats").document().get("images").intValue();
  }

  private List<String> unused() {
    return run("clear", "--dry-run")
        .document()
        .get("removed")
        .valueStream()
        .map(image -> image.get("reference").textValue())
        .toList();
  }

  @Test
  void justTheNamedImagesGo() {
    List<String> named = unused().subList(0, 2);

    CommandLineRun run = run("remove", named.get(0), named.get(1), named.get(0));

    assertThat(run.code()).isZero();
    assertThat(run.document().get("removed").valueStream().map(i -> i.get("reference").textValue()))
        .containsExactlyInAnyOrderElementsOf(named);
    assertThat(run.document().get("kept")).isEmpty();
    assertThat(images()).isEqualTo(40);
  }

  @Test
  void dryRunRemovesNothing() {
    JsonNode document = run("remove", unused().getFirst(), "--dry-run").document();

    assertThat(document.get("dryRun").booleanValue()).isTrue();
    assertThat(document.get("removed")).hasSize(1);
    assertThat(images()).isEqualTo(42);
  }

  @Test
  void aKeyNamesItsImage() {
    String image = unused().getFirst();

    JsonNode removed =
        run("remove", image.substring(image.indexOf(':') + 1)).document().get("removed");

    assertThat(removed.get(0).get("reference").textValue()).isEqualTo(image);
  }

  @Test
  void anImageInUseStaysWithItsReasonWhichIsNoFailure() {
    String used =
        run("clear", "--dry-run").document().get("kept").get(0).get("reference").textValue();

    CommandLineRun run = run("remove", used);

    assertThat(run.code()).isZero();
    assertThat(run.document().get("kept").get(0).get("explanation").textValue())
        .startsWith("in use by the container");
    assertThat(images()).isEqualTo(42);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcp-sandbox-python:base",
        "mcp-sandbox-python:latest",
        "mcp-sandbox-python:3.11",
        "mcp-sandbox-python-ml:base",
        "mcp-sandbox-python_ml:base",
        "mcp-sandbox-3d:base"
      })
  void aBaseImageIsCalledSoAndNamingOneFails(String base) {
    CommandLineRun run = run("remove", base, unused().getFirst());

    assertThat(run.code()).isEqualTo(1);
    assertThat(failure(run)).isEqualTo(base + ": a base image, never removed");
    assertThat(images()).isEqualTo(41);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcp-sandbox-python:ABCDEF123456",
        "mcp-sandbox-python:abcdef12345F",
        "mcp-sandbox-Python:abcdef123456",
        "mcp-sandbox-Python:base",
        "mcp-sandbox-python:Base",
        "MCP-SANDBOX-PYTHON:abcdef123456",
        "mcp-sandbox-python:abcdef12345",
        "mcp-sandbox-python:abcdef1234567",
        "mcp-sandbox-py_thon:abcdef123456",
        "mcp-sandbox-python",
        "mcp-sandbox-python:",
        "localhost/mcp-sandbox-python:abcdef123456",
        "mcp-sandbox-python@sha256:abcdef123456",
        "ABCDEF123456",
        "abcdef1234567",
        "ubuntu:22.04",
        "xyz",
        ""
      })
  void aNameThatNoCachedImageHasIsCalledSoAndFails(String name) {
    CommandLineRun run = run("remove", name, unused().getFirst());

    assertThat(run.code()).isEqualTo(1);
    assertThat(failure(run))
        .isEqualTo(name + ": not a cached image; only mcp-sandbox-LANGUAGE:KEY is ever removed");
    assertThat(images()).isEqualTo(41);
  }

  /** The one name that failed, with its reason. */
  private static String failure(CommandLineRun run) {
    assertThat(run.document().get("kept")).isEmpty();
    assertThat(run.document().get("removed")).hasSize(1);
    assertThat(run.document().get("failed")).hasSize(1);
    JsonNode failed = run.document().get("failed").get(0);
    return failed.get("reference").textValue() + ": " + failed.get("reason").textValue();
  }

  @Test
  void anAnnouncementFailsAsTheRemovalWould() {
    CommandLineRun run = run("remove", "mcp-sandbox-python:base", "--dry-run");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.document().get("failed")).hasSize(1);
  }

  @Test
  void anImageThatIsNotThereFailsAndTheOthersGo() {
    CommandLineRun run = run("remove", "mcp-sandbox-go:0123456789ab", unused().getFirst());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.document().get("failed").get(0).get("reason").textValue())
        .isEqualTo("no such image");
    assertThat(images()).isEqualTo(41);
  }

  @Test
  void peopleSeeEachNameWithItsOutcome() {
    CommandLineRun run =
        CommandLineRun.of(access, "remove", "ubuntu:22.04", unused().getFirst(), "--sample");

    assertThat(run.out()).contains("removed", unused().getFirst().substring(0, 12));
    assertThat(run.out()).contains("failed", "ubuntu:22.04", "not a cached image");
    assertThat(run.out()).contains("Removed 1, kept 0, failed 1.");
  }
}
