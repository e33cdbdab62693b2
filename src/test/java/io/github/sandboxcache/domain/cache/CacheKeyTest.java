package io.github.sandboxcache.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key is the contract with existing sandboxes: equal byte for byte to what they compute. */
class CacheKeyTest {
  @TestFactory
  Stream<DynamicTest> everyVectorOfTheSandboxGivesTheSameKeyAndName() throws IOException {
    JsonNode vectors;
    try (InputStream in =
        CacheKeyTest.class.getResourceAsStream("/vectors/cache-key-vectors.json")) {
      vectors = new ObjectMapper().readTree(in).get("vectors");
    }
    assertThat(vectors).hasSizeGreaterThan(30);
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode vector : vectors) {
      List<String> packages = new ArrayList<>();
      vector.get("packages").forEach(p -> packages.add(p.textValue()));
      String language = vector.get("language").textValue();
      tests.add(
          DynamicTest.dynamicTest(
              vector.get("note").textValue(),
              () -> {
                CacheKey key = CacheKey.of(language, packages);
                assertThat(key.hex()).isEqualTo(vector.get("key").textValue());
                if (vector.has("image")) {
                  assertThat(key.imageName(language)).isEqualTo(vector.get("image").textValue());
                }
              }));
    }
    return tests.stream();
  }

  @Property
  void theOrderOfPackagesDoesNotMatter(@ForAll List<String> packages, @ForAll long seed) {
    List<String> shuffled = new ArrayList<>(packages);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(CacheKey.of("python", shuffled)).isEqualTo(CacheKey.of("python", packages));
  }

  @Property
  void aDuplicateMakesAnotherKey(@ForAll String name) {
    assertThat(CacheKey.of("python", List.of(name, name)))
        .isNotEqualTo(CacheKey.of("python", List.of(name)));
  }

  @Property
  void theHashedJsonReadsBackAsTheSortedPackages(@ForAll List<String> packages) throws IOException {
    List<String> read = new ArrayList<>();
    new ObjectMapper()
        .readTree(CanonicalJson.sortedArray(packages))
        .forEach(node -> read.add(node.textValue()));
    assertThat(read).isEqualTo(packages.stream().sorted().toList());
  }

  @Test
  void aLanguageGivesTheReferenceThatTheSandboxGives() {
    CacheKey key = CacheKey.of(Language.PYTHON, List.of("requests"));
    assertThat(key).hasToString("4831972989366b012ff6798bc52121ae423ba69728ddc7a1719a7613bc3a1e91");
    assertThat(key.tag()).isEqualTo("483197298936");
    assertThat(CacheReference.of(Language.PYTHON, key))
        .hasToString("mcp-sandbox-python:483197298936");
  }

  /** What other writers of JSON escape, and ECMAScript does not. */
  @Test
  void noCharacterIsEscapedThatTheSandboxLeavesAsItIs() {
    assertThat(CacheKey.of("python", List.of("a\u007f/<\u2028\u2029b")))
        .hasToString("bfc6007bc2c16c8a2a6495bd65104688f4bb1f931fbf25413482f2821af35cc7");
  }

  @Property
  void anotherLanguageMakesAnotherKey(@ForAll List<String> packages) {
    assertThat(CacheKey.of(Language.JAVASCRIPT, packages))
        .isNotEqualTo(CacheKey.of(Language.TYPESCRIPT, packages));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 12, 63, 65})
  void aKeyHas64Digits(int count) {
    assertThatIllegalArgumentException().isThrownBy(() -> new CacheKey("a".repeat(count)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "g", "_", "\n", "\u0661"})
  void aKeyHasLowerCaseHexDigitsOnly(String other) {
    assertThatIllegalArgumentException().isThrownBy(() -> new CacheKey("a".repeat(63) + other));
  }
}
