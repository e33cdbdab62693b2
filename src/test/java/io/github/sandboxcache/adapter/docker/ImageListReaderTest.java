package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Guards that reading by hand gives what binding gives, and takes no other form for an empty list.
 */
class ImageListReaderTest {
  private static List<ImageSummary> read(String json) throws IOException {
    List<ImageSummary> images = new ArrayList<>();
    ImageListReader.readEach(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), images::add);
    return images;
  }

  private static List<ImageSummary> bound(String json) throws IOException {
    return List.of(EngineJson.MAPPER.readValue(json, ImageSummary[].class));
  }

  @Test
  void everyFieldIsReadAndWhatIsNotKnownIsPassedOver() throws IOException {
    String json =
        """
        [{"Containers":-1,"Manifests":[{"Id":"no","Size":7,"Labels":{"no":"no"}}],"Id":"sha256:a",
          "ParentId":"sha256:b","RepoTags":["x:1","y:2"],"Created":1790000000,"Size":5000000000,
          "SharedSize":12,"Labels":{"k":"v","":"\\u0007"}}]
        """;

    assertThat(read(json)).isEqualTo(bound(json));
    assertThat(read(json))
        .containsExactly(
            new ImageSummary(
                "sha256:a",
                "sha256:b",
                List.of("x:1", "y:2"),
                1_790_000_000,
                5_000_000_000L,
                12L,
                Map.of("k", "v", "", "\u0007")));
  }

  @Test
  void nullAndAbsentAreTheSame() throws IOException {
    String nothing =
        "{\"Id\":\"a\",\"ParentId\":null,\"RepoTags\":null,\"SharedSize\":null,\"Labels\":null}";

    assertThat(read("[" + nothing + ",{\"Id\":\"a\"}]"))
        .containsOnly(new ImageSummary("a", null, null, 0, -1, null, null));
    assertThat(read("[]")).isEmpty();
  }

  @Test
  void aLabelWithoutAValueIsNone() throws IOException {
    assertThat(read("[{\"Id\":\"a\",\"Labels\":{\"k\":null,\"l\":\"v\"}}]").getFirst().labels())
        .isEqualTo(Map.of("l", "v"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "null",
        "[1]",
        "[null]",
        "[{\"Id\":1}]",
        "[{\"RepoTags\":\"x\"}]",
        "[{\"RepoTags\":[null]}]",
        "[{\"Size\":\"large\"}]",
        "[{\"Size\":1e99}]",
        "[{\"Labels\":[]}]",
        "[{\"Labels\":{\"k\":{}}}]",
        "[{\"Id\":\"a\"}",
        "[{\"Id\":\"a"
      })
  void whatIsNoImageListIsAnError(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
  }

  @Property
  void anyTextSurvives(
      @ForAll List<String> tags, @ForAll Map<String, String> labels, @ForAll long size)
      throws IOException {
    String json =
        EngineJson.MAPPER.writeValueAsString(
            List.of(new ImageSummary("id", "parent", tags, 1, size, size, labels)));

    assertThat(read(json)).isEqualTo(bound(json));
  }
}
