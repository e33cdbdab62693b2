package io.github.sandboxcache.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels say what is in an image; whoever wrote them, reading never fails. */
class ImageLabelsTest {
  @Property
  void packagesReadBackAsTheyWereGiven(@ForAll List<String> packages) {
    Map<String, String> labels =
        ImageLabels.of(Language.PYTHON, packages, "python:3.11-slim", "sha256:1", "0.1.0");
    assertThat(ImageLabels.packages(labels)).contains(packages);
  }

  @Test
  void everyLabelHasTheNameUnderWhichOtherVersionsLookForIt() {
    assertThat(ImageLabels.of(Language.GO, List.of("a", "b"), "golang:1.23", "sha256:1", "0.1.0"))
        .isEqualTo(
            Map.of(
                "io.github.sandboxcache.language", "go",
                "io.github.sandboxcache.packages", "[\"a\",\"b\"]",
                "io.github.sandboxcache.base-image", "golang:1.23",
                "io.github.sandboxcache.base-image-id", "sha256:1",
                "io.github.sandboxcache.version", "0.1.0"));
  }

  @Test
  void withoutItsLabelAnImageTellsNoPackages() {
    assertThat(ImageLabels.packages(Map.of("packages", "[\"numpy\"]"))).isEmpty();
  }

  /** Engines take labels of any length; a list is made of each at every start. */
  @Test
  void aLabelLongerThanAnyRealOneTellsNothing() {
    String longest = "[\"" + "a".repeat(65_536 - 4) + "\"]";
    assertThat(ImageLabels.packages(Map.of(ImageLabels.PACKAGES, longest))).isPresent();
    assertThat(ImageLabels.packages(Map.of(ImageLabels.PACKAGES, longest + " "))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", "[1,", "[null]", "\"numpy\"", "[[\"numpy\"]]"})
  void anIllegibleLabelTellsNothing(String json) {
    assertThat(ImageLabels.packages(Map.of(ImageLabels.PACKAGES, json))).isEmpty();
  }
}
