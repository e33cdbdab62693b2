package io.github.sandboxcache.domain.contents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.task.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of proofs by key: what was asked for in a usual way is found, and nothing else claimed. */
class KeyProofLawsTest {
  @Property(tries = 300)
  void whatWasMadeOfCandidatesIsFound(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int n) {
    Random random = new Random(seed);
    Ecosystem kind = any(List.of(Ecosystem.values()), random);
    List<Candidate> candidates = candidates(kind, n, random);
    List<String> asked = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (candidate.marked() || random.nextBoolean()) {
        asked.add(likely(candidate, random));
      }
    }
    if (asked.isEmpty()) {
      asked.add(candidates.getFirst().name());
    }
    Language language = language(kind);

    assertThat(KeyProof.find(language, candidates, tag(language, asked), new Cancellation()))
        .contains(asked.stream().sorted().toList());
  }

  @Property(tries = 300)
  void whatIsFoundHasTheKey(@ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int n) {
    Random random = new Random(seed);
    Ecosystem kind = any(List.of(Ecosystem.values()), random);
    Language language = language(kind);
    List<Candidate> candidates = candidates(kind, n, random);
    List<String> asked = new ArrayList<>(List.of("something-else"));
    candidates.forEach(candidate -> asked.add(likely(candidate, random)));

    assertThat(KeyProof.find(language, candidates, tag(language, asked), new Cancellation()))
        .isEmpty();
  }

  private static String tag(Language language, List<String> asked) {
    return CacheKey.of(language, asked).tag();
  }

  private static Language language(Ecosystem kind) {
    return Language.KNOWN.stream().filter(kind::serves).findFirst().orElseThrow();
  }

  private static List<Candidate> candidates(Ecosystem kind, int n, Random random) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      String version = random.nextInt(9) + "." + random.nextInt(9) + "." + random.nextInt(9);
      candidates.add(
          new Candidate(
              kind,
              (random.nextBoolean() ? "Some_Package" : "other-package") + i,
              version,
              random.nextBoolean() ? List.of("standard", "all") : List.of(),
              kind == Ecosystem.NPM ? Optional.of("^" + version) : Optional.empty(),
              random.nextInt(4) > 0));
    }
    return candidates;
  }

  /** Bare, with its version, or with an extra, as most people write. */
  private static String likely(Candidate candidate, Random random) {
    return any(
            Spelling.of(candidate).stream()
                .filter(spelling -> spelling.cost() <= (random.nextInt(3) == 0 ? 2 : 1))
                .toList(),
            random)
        .text();
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
