package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which images {@code ls} lists, and in which order. */
class ListOptionsTest {
  private static CommandLineRun ls(String... options) {
    List<String> arguments = new ArrayList<>(List.of("ls", "--sample", "--json"));
    arguments.addAll(List.of(options));
    return CommandLineRun.of(new SampleAccess(), arguments.toArray(String[]::new));
  }

  private static List<JsonNode> cached(String... options) {
    return StreamSupport.stream(ls(options).document().spliterator(), false)
        .filter(image -> image.get("kind").textValue().equals("cached"))
        .toList();
  }

  private static <T> List<T> each(List<JsonNode> images, Function<JsonNode, T> value) {
    return images.stream().map(value).toList();
  }

  @Test
  void onlyImagesOfOneLanguage() {
    List<JsonNode> images =
        StreamSupport.stream(ls("--language", "python").document().spliterator(), false).toList();

    assertThat(each(images, image -> image.get("language").textValue())).containsOnly("python");
    assertThat(each(images, image -> image.get("kind").textValue())).contains("cached", "base");
  }

  @Test
  void theLargestFirst() {
    assertThat(each(cached("--sort", "size"), image -> image.get("ownBytes").longValue()))
        .isSortedAccordingTo(Comparator.reverseOrder())
        .hasSize(42);
  }

  @Test
  void theMostHitsFirst() {
    assertThat(each(cached("--sort", "hits"), image -> image.get("hits").longValue()))
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void theLastUsedFirstAndWhatWasNeverUsedAtTheEnd() {
    List<String> times =
        each(cached("--sort", "used"), image -> image.get("lastUsedAt").asText(""));

    assertThat(times).isSortedAccordingTo(Comparator.reverseOrder()).endsWith("");
  }

  @Test
  void theNewestFirstOverAllLanguages() {
    assertThat(each(cached("--sort", "created"), image -> image.get("createdAt").textValue()))
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void byName() {
    assertThat(each(cached("--sort", "name"), image -> image.get("reference").textValue()))
        .isSorted();
  }

  @ParameterizedTest
  @CsvSource({"300MB, 300000000", "0.3 GB, 300000000", "1GiB, 1073741824", "7, 7", "12kB, 12000"})
  void onlyImagesWithSoManyBytesOfTheirOwn(String size, long bytes) {
    List<JsonNode> large = cached("--min-size", size);

    assertThat(each(large, image -> image.get("ownBytes").longValue()))
        .allMatch(own -> own >= bytes);
    assertThat(large)
        .hasSize(
            (int) cached().stream().filter(i -> i.get("ownBytes").longValue() >= bytes).count());
  }

  @Test
  void onlyImagesThatNobodyHasUsedForSoLong() {
    Instant since = SampleAccess.NOW.minus(Duration.ofDays(1));
    List<JsonNode> unused = cached("--unused-for", "1d");

    assertThat(unused).isNotEmpty().hasSizeLessThan(42);
    for (JsonNode image : unused) {
      assertThat(image.get("usedBy")).isEmpty();
      assertThat(Instant.parse(image.get("createdAt").textValue())).isBeforeOrEqualTo(since);
      if (!image.get("lastUsedAt").isNull()) {
        assertThat(Instant.parse(image.get("lastUsedAt").textValue())).isBeforeOrEqualTo(since);
      }
    }
  }

  @Test
  void whatNoImageMatchesIsSaid() {
    CommandLineRun run =
        CommandLineRun.of(new SampleAccess(), "ls", "--sample", "--language", "cobol");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("No image matches.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--min-size=big", "--min-size=-1MB", "--sort=age", "--unused-for=soon"})
  void whatCannotBeReadIsWrongUsage(String option) {
    CommandLineRun run = ls(option);

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).contains(option.substring(option.indexOf('=') + 1));
  }
}
