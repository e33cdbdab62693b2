package io.github.sandboxcache.domain.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.task.Cancellation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lists of packages a key proves, from what is found in an image. */
class KeyProofTest {
  private static final List<Candidate> PYTHON =
      List.of(
          marked(Ecosystem.PYTHON, "requests", "2.31.0", "socks"),
          marked(Ecosystem.PYTHON, "numpy", "1.26.4"),
          marked(Ecosystem.PYTHON, "uvicorn", "0.30.0", "standard"),
          marked(Ecosystem.PYTHON, "PyYAML", "6.0"),
          unmarked(Ecosystem.PYTHON, "pip", "25.0"));
  private static final List<Candidate> NODE =
      List.of(
          written(Ecosystem.NPM, "left-pad", "1.3.0", "^1.3.0"),
          written(Ecosystem.NPM, "@types/node", "20.1.5", "^20.1.5"));
  private static final List<Candidate> GO =
      IntStream.range(0, 12)
          .mapToObj(i -> unmarked(Ecosystem.GO, "example.org/m" + i, "v1." + i + ".0"))
          .toList();

  @ParameterizedTest
  @CsvSource({
    "requests numpy uvicorn PyYAML",
    "requests numpy==1.26.4 uvicorn[standard] pyyaml",
    "requests==2.31.0 numpy==1.26.4 uvicorn==0.30.0 PyYAML==6.0",
    "requests[socks] numpy uvicorn[standard]==0.30.0 PyYAML",
    "pip requests numpy uvicorn PyYAML",
    "requests numpy uvicorn"
  })
  void whatPipWasAskedForIsFound(String asked) {
    assertFound(Language.PYTHON, PYTHON, asked);
  }

  @ParameterizedTest
  @CsvSource({
    "left-pad @types/node",
    "left-pad@1.3.0 @types/node@20.1.5",
    "left-pad@^1.3.0 @types/node",
    "left-pad@latest @types/node@20",
    "left-pad@1.3 @types/node@20.1"
  })
  void whatNpmWasAskedForIsFound(String asked) {
    assertFound(Language.JAVASCRIPT, NODE, asked);
    assertFound(Language.TYPESCRIPT, NODE, asked);
  }

  @ParameterizedTest
  @CsvSource({
    "example.org/m3",
    "example.org/m3@latest example.org/m11@latest",
    "example.org/m0@v1.0.0 example.org/m5@v1.5.0 example.org/m9@v1.9.0",
    "example.org/m0 example.org/m1 example.org/m2 example.org/m3 example.org/m4 example.org/m5"
  })
  void anyOfTwelveModulesMayBeTheOnesAskedFor(String asked) {
    assertFound(Language.GO, GO, asked);
  }

  @Test
  void lettersBeforeAlpinesSignsAreKept() {
    Candidate pinned = written(Ecosystem.ALPINE, "jq", "1.7-r1", "jq<2");

    assertFound(Language.BASH, List.of(pinned), "jq<2");
    assertFound(Language.BASH, List.of(pinned), "jq");
    assertFound(Language.BASH, List.of(pinned), "jq=1.7-r1");
  }

  @Test
  void packagesOfOtherLanguagesAreNoCandidates() {
    List<Candidate> both = List.of(PYTHON.getFirst(), NODE.getFirst());

    assertFound(Language.PYTHON, both, "requests");
    assertThat(find(Language.PYTHON, both, "requests left-pad")).isEmpty();
  }

  @Test
  void whatNoCandidateExplainsIsNotClaimed() {
    assertThat(find(Language.PYTHON, PYTHON, "requests>=2.0 numpy uvicorn PyYAML")).isEmpty();
    assertThat(find(Language.PYTHON, List.of(), "requests")).isEmpty();
    assertThat(
            KeyProof.find(
                Language.PYTHON, List.of(), CacheKey.of("python", List.of()).tag(), running()))
        .isEmpty();
  }

  @Test
  void aSearchAmongThousandsEnds() {
    List<Candidate> many =
        IntStream.range(0, 2000)
            .mapToObj(i -> unmarked(Ecosystem.PYTHON, "p" + i, "1." + i))
            .toList();

    assertThat(KeyProof.find(Language.PYTHON, many, "0123456789ab", running())).isEmpty();
  }

  @Test
  void aSearchCanBeCancelled() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();

    assertThatThrownBy(() -> KeyProof.find(Language.PYTHON, PYTHON, "0123456789ab", cancellation))
        .isInstanceOf(CancellationException.class);
  }

  private static void assertFound(Language language, List<Candidate> candidates, String asked) {
    assertThat(find(language, candidates, asked))
        .hasValueSatisfying(
            found -> assertThat(found).containsExactlyInAnyOrder(asked.split(" ", -1)).isSorted());
  }

  private static Optional<List<String>> find(
      Language language, List<Candidate> candidates, String asked) {
    String tag = CacheKey.of(language, List.of(asked.split(" ", -1))).tag();
    return KeyProof.find(language, candidates, tag, running());
  }

  private static Cancellation running() {
    return new Cancellation();
  }

  private static Candidate marked(Ecosystem kind, String name, String version, String... extras) {
    return new Candidate(kind, name, version, List.of(extras), Optional.empty(), true);
  }

  private static Candidate unmarked(Ecosystem kind, String name, String version) {
    return new Candidate(kind, name, version, List.of(), Optional.empty(), false);
  }

  private static Candidate written(Ecosystem kind, String name, String version, String written) {
    return new Candidate(kind, name, version, List.of(), Optional.of(written), true);
  }
}
