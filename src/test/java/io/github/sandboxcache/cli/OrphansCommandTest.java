package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guards orphans: what failed saves left is listed, named and removed, and nothing else is. */
class OrphansCommandTest {
  private static final String FIRST = "sha256:" + "a1".repeat(32);
  private static final String SECOND = "sha256:" + "b2".repeat(32);
  private static final CacheReference SOUGHT =
      CacheReference.of(
          Language.PYTHON, CacheKey.of(Language.PYTHON, List.of("numpy==2.1.3", "scipy==1.14.1")));

  private final SampleAccess access =
      new SampleAccess()
          .with(left(FIRST, 2, "numpy==2.1.3", "scipy==1.14.1"))
          .with(left(SECOND, 5, "flask==3.0.3"));

  private static EngineImage left(String id, int hours, String... packages) {
    Map<String, String> labels =
        new HashMap<>(
            ImageLabels.of(Language.PYTHON, List.of(packages), "sample", "sha256:0", "sample"));
    labels.put("mcp-sandbox", "true");
    return new EngineImage(
        id,
        List.of(),
        OptionalLong.of(200_000_000),
        OptionalLong.of(131_000_000),
        Optional.of(SampleAccess.NOW.minus(Duration.ofHours(hours))),
        Optional.empty(),
        labels);
  }

  @BeforeEach
  void look() {
    int _ =
        access
            .usage()
            .record(
                List.of(
                    UsageFact.of(
                        SampleAccess.NOW, FactKind.MISS, SOUGHT, FactSource.log("test"), 7)));
  }

  private CommandLineRun run(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "orphans";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--sample";
    all[arguments.length + 2] = "--json";
    return CommandLineRun.of(access, all);
  }

  private static List<String> texts(JsonNode array, String field) {
    return array.valueStream().map(each -> each.get(field).textValue()).toList();
  }

  private List<String> left() {
    return texts(run().document(), "id");
  }

  @Test
  void theListIsNewestFirstAndReadsNoImage() {
    JsonNode list = run().document();
    assertThat(texts(list, "id")).containsExactly(FIRST, SECOND);
    JsonNode first = list.get(0);
    assertThat(first.get("createdAt").textValue()).isEqualTo("2026-11-22T19:00:00.000Z");
    assertThat(first.get("bytes").longValue()).isEqualTo(69_000_000);
    assertThat(first.get("language").textValue()).isEqualTo("python");
    assertThat(first.get("packages").isNull()).isTrue();
    assertThat(first.get("reference").isNull()).isTrue();
    assertThat(first.get("usedBy")).isEmpty();
  }

  @Test
  void aProofTellsPackagesAndName() {
    JsonNode list = run("--prove").document();
    assertThat(list.get(0).get("reference").textValue()).isEqualTo(SOUGHT.toString());
    assertThat(list.get(0).get("packages")).hasSize(2);
    assertThat(list.get(1).get("reference").isNull()).isTrue();
  }

  @Test
  void whatIsProvenGetsItsNameAndTheRestItsReason() {
    assertThat(run("name", "--dry-run").document().get("named")).hasSize(1);
    assertThat(left()).hasSize(2);

    CommandLineRun run = run("name");

    assertThat(run.code()).isZero();
    assertThat(texts(run.document().get("named"), "reference")).containsExactly(SOUGHT.toString());
    assertThat(texts(run.document().get("unnamed"), "reason"))
        .containsExactly("nothing that was looked for is proven to be in it");
    assertThat(left()).containsExactly(SECOND);
    assertThat(texts(CommandLineRun.of(access, "ls", "--sample", "--json").document(), "reference"))
        .contains(SOUGHT.toString());
  }

  @Test
  void justThoseThatAreMeantGo() {
    JsonNode announced = run("remove", "--dry-run").document();
    assertThat(announced.get("removed")).hasSize(2);
    assertThat(announced.get("freesBytes").longValue()).isEqualTo(138_000_000);

    CommandLineRun run = run("remove", "b2b2b2", "sha256:c3");

    assertThat(run.code()).isEqualTo(1);
    assertThat(texts(run.document().get("removed"), "id")).containsExactly(SECOND);
    assertThat(texts(run.document().get("failed"), "id")).containsExactly("sha256:c3");
    assertThat(left()).containsExactly(FIRST);
    assertThat(
            CommandLineRun.of(access, "stats", "--sample", "--json")
                .document()
                .get("images")
                .intValue())
        .as("cached images stay")
        .isEqualTo(42);
  }

  @Test
  void whatIsJustBeingMadeStays() {
    CommandLineRun run =
        CommandLineRun.of(
            new SampleAccess().with(left(FIRST, 0, "numpy==2.1.3")),
            "orphans",
            "remove",
            "--sample",
            "--json");
    assertThat(run.code()).isZero();
    assertThat(run.document().get("removed")).isEmpty();
    assertThat(texts(run.document().get("kept"), "reason"))
        .containsExactly("made less than a minute ago, so it may be about to get a name");
  }

  @Test
  void statsCountThem() {
    JsonNode orphans =
        CommandLineRun.of(access, "stats", "--sample", "--json").document().get("orphans");
    assertThat(orphans.get("images").intValue()).isEqualTo(2);
    assertThat(orphans.get("bytes").longValue()).isEqualTo(138_000_000);
  }

  @Test
  void peopleSeeEachWithItsSize() {
    CommandLineRun run = CommandLineRun.of(access, "orphans", "--sample");
    assertThat(run.out())
        .contains("a1a1a1a1a1a1", "b2b2b2b2b2b2", "69 MB", "python")
        .contains("2 untagged images left by failed saves");
    assertThat(CommandLineRun.of(new SampleAccess(), "orphans", "--sample").out())
        .contains("No untagged image is left");
  }
}
