package io.github.sandboxcache.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sizes read as the sandbox prints them. */
class SandboxSizeTextTest {
  @TestFactory
  Stream<DynamicTest> everyVectorOfTheSandboxGivesTheSameText() throws IOException {
    JsonNode vectors;
    try (InputStream in =
        SandboxSizeTextTest.class.getResourceAsStream("/vectors/format-size-vectors.json")) {
      vectors = new ObjectMapper().readTree(in).get("vectors");
    }
    assertThat(vectors).hasSizeGreaterThan(30);
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode vector : vectors) {
      double bytes = vector.get("bytes").doubleValue();
      tests.add(
          DynamicTest.dynamicTest(
              vector.get("bytes").asText(),
              () ->
                  assertThat(SandboxSizeText.of(bytes)).isEqualTo(vector.get("text").textValue())));
    }
    return tests.stream();
  }
}
