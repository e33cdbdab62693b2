package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
  void usedBaseAndForeignImagesStayWithTheirReasons() {
    String used =
        run("clear", "--dry-run").document().get("kept").get(0).get("reference").textValue();

    CommandLineRun run = run("remove", used, "mcp-sandbox-python:base", "ubuntu:22.04");

    assertThat(run.code()).isZero();
    assertThat(run.document().get("removed")).isEmpty();
    assertThat(run.document().get("kept").valueStream().map(k -> k.get("reason").textValue()))
        .satisfiesExactly(
            reason -> assertThat(reason).startsWith("in use by the container"),
            reason -> assertThat(reason).isEqualTo("a base image, never removed"),
            reason -> assertThat(reason).startsWith("no image of the cache"));
    assertThat(images()).isEqualTo(42);
  }

  @Test
  void anImageThatIsNotThereFailsAndTheOthersGo() {
    CommandLineRun run = run("remove", "mcp-sandbox-go:0123456789ab", unused().getFirst());

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.document().get("failed").get(0).get("reason").textValue())
        .isEqualTo("there is no such image");
    assertThat(images()).isEqualTo(41);
  }

  @Test
  void peopleSeeEachNameWithItsOutcome() {
    CommandLineRun run =
        CommandLineRun.of(access, "remove", "ubuntu:22.04", unused().getFirst(), "--sample");

    assertThat(run.out()).contains("removed", unused().getFirst().substring(0, 12));
    assertThat(run.out()).contains("kept", "ubuntu:22.04", "no image of the cache");
    assertThat(run.out()).contains("Removed 1, kept 1, failed 0.");
  }
}
