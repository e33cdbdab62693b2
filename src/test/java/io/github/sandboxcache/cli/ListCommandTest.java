package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Guards the document of {@code ls} and that its table cannot be abused. */
class ListCommandTest {
  private static EngineImage image(List<String> references, Map<String, String> labels) {
    return new EngineImage(
        "sha256:f00d",
        references,
        OptionalLong.of(1_500_000_000L),
        OptionalLong.empty(),
        Optional.of(SampleAccess.NOW.minusSeconds(30)),
        Optional.empty(),
        labels);
  }

  @Test
  void documentHasExactlyTheseFields() {
    CommandLineRun run = CommandLineRun.of(new SampleAccess(), "ls", "--sample", "--json");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.document()).isNotEmpty();
    for (JsonNode image : run.document()) {
      assertThat(image.fieldNames())
          .toIterable()
          .containsExactly(
              "reference",
              "language",
              "key",
              "imageId",
              "sizeBytes",
              "ownBytes",
              "sharedBytes",
              "createdAt",
              "kind",
              "packages",
              "packagesFrom",
              "tags",
              "usedBy",
              "hits",
              "misses",
              "lastUsedAt",
              "pinned",
              "pulled");
      assertThat(image.get("createdAt").textValue())
          .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
      assertThat(image.get("sizeBytes").isIntegralNumber()).isTrue();
    }
  }

  @Test
  void cachedImageSaysWhatItIs() {
    EngineImage ours =
        image(
            List.of("mcp-sandbox-python-ml:0123456789ab", "elsewhere/app:1"),
            Map.of(ImageLabels.PACKAGES, "[\"numpy==2.1.3\"]"));

    JsonNode found = find("mcp-sandbox-python-ml:0123456789ab", ours);

    assertThat(found.get("kind").textValue()).isEqualTo("cached");
    assertThat(found.get("language").textValue()).isEqualTo("python-ml");
    assertThat(found.get("key").textValue()).isEqualTo("0123456789ab");
    assertThat(found.get("packages")).hasToString("[\"numpy==2.1.3\"]");
    assertThat(found.get("packagesFrom").textValue()).isEqualTo("label");
    assertThat(found.get("tags"))
        .hasToString("[\"mcp-sandbox-python-ml:0123456789ab\",\"elsewhere/app:1\"]");
    assertThat(found.get("createdAt").textValue()).isEqualTo("2026-11-22T20:59:30Z");
    assertThat(found.get("usedBy")).isEmpty();
  }

  @Test
  void baseImageHasNoKeyAndNoPackages() {
    JsonNode found =
        find("mcp-sandbox-python:ml", image(List.of("mcp-sandbox-python:ml"), Map.of()));

    assertThat(found.get("kind").textValue()).isEqualTo("base");
    assertThat(found.get("language").textValue()).isEqualTo("python");
    assertThat(found.get("key").isNull()).isTrue();
    assertThat(found.get("packages").isNull()).isTrue();
  }

  @Test
  void foreignImagesAreNotListed() {
    CommandLineRun run =
        CommandLineRun.of(
            new SampleAccess().with(image(List.of("my-mcp-sandbox-python:0123456789ab"), Map.of())),
            "ls",
            "--sample",
            "--json");

    assertThat(run.out()).doesNotContain("my-mcp-sandbox");
  }

  @Test
  void labelsCannotCommandTheTerminal() {
    SampleAccess access =
        new SampleAccess()
            .with(
                image(
                    List.of("mcp-sandbox-go:0123456789ab"),
                    Map.of(ImageLabels.PACKAGES, "[\"\\u001b]0;owned\\u0007\\u009b2J\"]")));

    assertThat(CommandLineRun.of(access, "ls", "--sample").out())
        .contains("\\u001b]0;owned\\u0007\\u009b2J")
        .doesNotContain("\u001b", "\u009b");
    assertThat(CommandLineRun.of(access, "ls", "--sample", "--json").out())
        .doesNotContain("\u001b", "\u009b");
  }

  @Test
  void colorsAreForTerminalsOnly() {
    assertThat(CommandLineRun.onTerminal(new SampleAccess(), "ls", "--sample").out())
        .contains("\u001b[1mIMAGE");
    assertThat(CommandLineRun.onTerminal(new SampleAccess(), "ls", "--sample", "--no-color").out())
        .doesNotContain("\u001b");
    assertThat(CommandLineRun.of(new SampleAccess(), "ls", "--sample").out())
        .doesNotContain("\u001b");
  }

  @Test
  void loneSurrogatesSurviveInTheDocument() {
    SampleAccess access =
        new SampleAccess()
            .with(
                image(
                    List.of("mcp-sandbox-go:0123456789ab"),
                    Map.of(ImageLabels.PACKAGES, "[\"a\\ud800b\", \"日本👍\"]")));

    assertThat(CommandLineRun.of(access, "ls", "--sample", "--json").out())
        .contains("\"a\\ud800b\"", "\"日本👍\"");
  }

  private static JsonNode find(String reference, EngineImage image) {
    CommandLineRun run =
        CommandLineRun.of(new SampleAccess().with(image), "ls", "--sample", "--json");
    return run.document()
        .valueStream()
        .filter(node -> node.get("reference").textValue().equals(reference))
        .findFirst()
        .orElseThrow();
  }
}
