package io.github.sandboxcache.ui.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.ui.base.LanguageLook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Lines are told apart without colour, in the chart and by the piece that the legend shows. */
class LinePatternsTest {
  private static final Path SHEET =
      Path.of("src/main/resources/io/github/sandboxcache/ui/usage/usage.css");
  private static final double MIN_SEEN = 4;

  @Test
  void everyKnownLanguageButOneHasAPatternThatNoOtherHas() throws IOException {
    Map<String, List<Double>> patterns = patterns();

    assertThat(patterns.values()).doesNotHaveDuplicates();
    assertThat(Language.KNOWN.stream().map(LanguageLook::styleClass))
        .filteredOn(look -> !patterns.containsKey("." + look))
        .containsExactly("lang-python");
  }

  @Test
  void theLegendShowsEachPatternWithAGap() throws IOException {
    assertThat(patterns())
        .allSatisfy(
            (look, pattern) ->
                assertThat(pattern.get(0) + pattern.get(1) + MIN_SEEN)
                    .as(look)
                    .isLessThanOrEqualTo(RateLegend.SAMPLE));
  }

  private static Map<String, List<Double>> patterns() throws IOException {
    Map<String, List<Double>> patterns = new LinkedHashMap<>();
    Pattern.compile("\\.chart-line(\\.[a-z0-9.-]+) \\{ -fx-stroke-dash-array: ([0-9 ]+);")
        .matcher(Files.readString(SHEET))
        .results()
        .forEach(
            found ->
                patterns.put(
                    found.group(1),
                    Arrays.stream(found.group(2).trim().split(" ")).map(Double::valueOf).toList()));
    return patterns;
  }
}
