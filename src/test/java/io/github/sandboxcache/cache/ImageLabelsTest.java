package io.github.sandboxcache.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", "[1,", "[null]", "\"numpy\"", "[[\"numpy\"]]"})
  void anIllegibleLabelTellsNothing(String json) {
    assertThat(ImageLabels.packages(Map.of(ImageLabels.PACKAGES, json))).isEmpty();
  }
}
