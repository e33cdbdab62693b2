package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.testing.TestPins;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards pin and unpin: no engine for whole references, one document, and what pins keep. */
class PinCommandsTest {
  private static final String ABSENT = "mcp-sandbox-go:0123456789ab";
  private final TestPins pins = new TestPins();
  private final SampleAccess access = new SampleAccess().with(pins);

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.of(access, arguments);
  }

  private CommandLineRun onSample(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--sample", "--json"));
    return run(all.toArray(String[]::new));
  }

  private String someImage() {
    return onSample("ls").document().get(0).get("reference").textValue();
  }

  private JsonNode listed(String reference) {
    return onSample("ls")
        .document()
        .valueStream()
        .filter(image -> image.get("reference").textValue().equals(reference))
        .findFirst()
        .orElseThrow();
  }

  /** The engine of this access answers at one URI only, and none is given. */
  @Test
  void wholeReferencesNeedNoEngine() {
    CommandLineRun pinned = run("pin", ABSENT, "--json");

    assertThat(pinned.code()).isZero();
    assertThat(pinned.err()).isEmpty();
    assertThat(pinned.document().fieldNames())
        .toIterable()
        .containsExactly("changed", "unchanged", "failed", "pinned");
    assertThat(pinned.document().get("changed")).hasToString("[\"" + ABSENT + "\"]");
    assertThat(run("pin", ABSENT, "--json").document().get("unchanged"))
        .hasToString("[\"" + ABSENT + "\"]");
    assertThat(run("unpin", ABSENT, "--json").document().get("pinned")).isEmpty();
  }

  @Test
  void peopleAreToldWhatChanged() {
    assertThat(run("pin", ABSENT).out()).isEqualTo("Pinned: " + ABSENT + "\n");
    assertThat(run("pin", ABSENT).out()).isEqualTo("Already pinned: " + ABSENT + "\n");
    assertThat(run("unpin", ABSENT).out()).isEqualTo("No longer pinned: " + ABSENT + "\n");
    assertThat(run("unpin", ABSENT).out()).isEqualTo("Was not pinned: " + ABSENT + "\n");
  }

  @Test
  void theStartOfAKeyIsLookedUpAmongTheImages() {
    String image = someImage();
    String key = image.substring(image.indexOf(':') + 1);

    assertThat(onSample("pin", key).document().get("changed")).hasToString("[\"" + image + "\"]");
    assertThat(run("pin", key).code()).isEqualTo(ExitCode.NO_ENGINE);
  }

  @Test
  void theStartOfAKeyIsUnpinnedWithoutAnEngine() {
    run("pin", ABSENT);

    assertThat(run("unpin", "0123").out()).isEqualTo("No longer pinned: " + ABSENT + "\n");
  }

  @Test
  void theStartOfSeveralKeysPinsNone() {
    run("pin", ABSENT, "mcp-sandbox-rust:0123456789ab");

    CommandLineRun run = run("unpin", "0123", "--json");

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.document().get("failed").get(0).get("image").textValue()).isEqualTo("0123");
    assertThat(run.document().get("pinned")).hasSize(2);
    assertThat(run.err()).contains("several image keys", ABSENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ubuntu:22.04", "mcp-sandbox-python:base", "xyz", "", "ABCDEF"})
  void whatCanBeNoCachedImageIsWrongUsage(String name) {
    CommandLineRun run = run("pin", name);

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).contains("\"" + name + "\"");
  }

  @Test
  void listMarksWhatIsPinned() {
    String image = someImage();
    assertThat(listed(image).get("pinned").booleanValue()).isFalse();

    onSample("pin", image);

    assertThat(listed(image).get("pinned").booleanValue()).isTrue();
    assertThat(run("ls", "--sample").out().lines().filter(line -> line.startsWith(image)))
        .singleElement()
        .asString()
        .contains(" pinned ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prune --keep 0", "clear --yes", "remove IMAGE"})
  void whatIsPinnedStaysAndThatIsToldAsTheReason(String verb) {
    String image =
        onSample("clear", "--dry-run").document().get("removed").get(0).get("reference").asText();
    onSample("pin", image);

    JsonNode report = onSample(verb.replace("IMAGE", image).split(" ")).document();

    assertThat(report.get("kept").valueStream())
        .filteredOn(kept -> kept.get("reference").textValue().equals(image))
        .singleElement()
        .satisfies(kept -> assertThat(kept.get("reason").textValue()).isEqualTo("pinned"));
    assertThat(listed(image).get("pinned").booleanValue()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"prune", "prune --dry-run", "clear --yes", "remove 0", "remove IMAGE"})
  void whilePinsCannotBeReadNothingIsRemovedAndTheReasonIsSaid(String verb) {
    String image = someImage();
    pins.damage();

    CommandLineRun run = onSample(verb.replace("IMAGE", image).split(" "));

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(
            "/home/me/pins.json is not in this app's format",
            "so nothing is removed",
            "Correct the file");
    assertThat(onSample("ls").document()).hasSizeGreaterThanOrEqualTo(42);
  }

  @Test
  void whilePinsCannotBeReadTheListSaysThatItDoesNotKnowThem() {
    String image = someImage();
    pins.damage();

    assertThat(listed(image).get("pinned").isNull()).isTrue();
    assertThat(run("ls", "--sample").err()).contains("pins.json");
    assertThat(run("ls", "--sample").code()).isZero();
  }

  @Test
  void whilePinsCannotBeReadNoneIsChanged() {
    pins.damage();

    CommandLineRun run = run("pin", ABSENT);

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("pins.json", "No pin was changed.");
  }
}
