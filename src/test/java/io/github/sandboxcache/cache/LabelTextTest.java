package io.github.sandboxcache.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an install writes into labels, and how much of a label is read. */
class LabelTextTest {
  private static final int LONGEST = 65_536;

  private static Map<String, String> labelOf(int characters) {
    String name = "a".repeat(characters - "[\"\"]".length());
    return Map.of(ImageLabels.PACKAGES, "[\"" + name + "\"]");
  }

  @Test
  void aLabelAsLongAsIsReadTellsItsPackages() {
    assertThat(ImageLabels.packages(labelOf(LONGEST)).orElseThrow()).hasSize(1);
  }

  @Test
  void aLongerOneTellsNothing() {
    assertThat(ImageLabels.packages(labelOf(LONGEST + 1))).isEmpty();
  }

  @Test
  void anImageWithoutTheLabelTellsNothing() {
    assertThat(ImageLabels.packages(Map.of(ImageLabels.LANGUAGE, "go"))).isEmpty();
  }

  @Test
  void anInstallSaysWhatItPutInAndOnWhat() {
    assertThat(ImageLabels.of(Language.GO, List.of("a", "b"), "golang:1.24", "sha256:1", "0.1.0"))
        .containsExactly(
            Map.entry("io.github.sandboxcache.language", "go"),
            Map.entry("io.github.sandboxcache.packages", "[\"a\",\"b\"]"),
            Map.entry("io.github.sandboxcache.base-image", "golang:1.24"),
            Map.entry("io.github.sandboxcache.base-image-id", "sha256:1"),
            Map.entry("io.github.sandboxcache.version", "0.1.0"));
  }
}
