package io.github.sandboxcache.domain.orphans;

import static io.github.sandboxcache.domain.catalog.Images.catalog;
import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.contents.Candidate;
import io.github.sandboxcache.domain.contents.Ecosystem;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.ImageUsage;
import io.github.sandboxcache.domain.usage.PackageNaming;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageReport;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which name an image gets of those that were looked for in vain. */
class ProvenNameTest {
  private static final PackageNaming NAMING = (_, asGiven) -> asGiven;
  private static final List<Candidate> PYTHON =
      List.of(python("numpy", true), python("pandas", true), python("pytz", false));
  private static final List<Candidate> NODE =
      List.of(
          new Candidate(
              Ecosystem.NPM, "left-pad", "1.3.0", List.of(), Optional.of("^1.3.0"), true));

  private static Candidate python(String name, boolean marked) {
    return new Candidate(Ecosystem.PYTHON, name, "1.0", List.of(), Optional.empty(), marked);
  }

  private static CacheReference reference(Language language, String... packages) {
    return CacheReference.of(language, CacheKey.of(language, List.of(packages)));
  }

  private static UsageReport misses(CacheReference... missed) {
    List<ImageUsage> images =
        Arrays.stream(missed)
            .map(
                reference ->
                    new ImageUsage(
                        reference,
                        new HitCount(0, 1),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
            .toList();
    return UsageReport.of(TimeRange.ALL, images, Map.of(), NAMING);
  }

  private static Optional<ProvenName> find(List<Candidate> inside, CacheReference... missed) {
    return ProvenName.find(
        inside, Optional.empty(), SoughtNames.of(misses(missed), catalog()), new Cancellation());
  }

  @Test
  void itIsTheOneThatWasLookedForAndWhoseKeyIsProven() {
    CacheReference sought = reference(Language.PYTHON, "pandas", "numpy");
    assertThat(find(PYTHON, reference(Language.PYTHON, "scipy"), sought))
        .contains(new ProvenName(sought, List.of("numpy", "pandas")));
  }

  @Test
  void anImageWithMoreThanWasAskedForDoesNotGetTheName() {
    assertThat(find(PYTHON, reference(Language.PYTHON, "numpy"))).isEmpty();
  }

  @Test
  void ofSeveralTheOneWithoutDependenciesIsLikelier() {
    CacheReference both = reference(Language.PYTHON, "numpy", "pandas");
    assertThat(find(PYTHON, reference(Language.PYTHON, "numpy", "pandas", "pytz"), both))
        .map(ProvenName::reference)
        .contains(both);
  }

  @Test
  void theKeyTellsWhichOfTwoLanguagesItWas() {
    CacheReference javascript = reference(Language.JAVASCRIPT, "left-pad@1.3.0");
    assertThat(find(NODE, reference(Language.TYPESCRIPT, "lodash"), javascript))
        .map(ProvenName::reference)
        .contains(javascript);
  }

  @Test
  void theLikelyLanguageIsTriedFirst() {
    SoughtNames sought =
        SoughtNames.of(
            misses(
                reference(Language.TYPESCRIPT, "left-pad"),
                reference(Language.JAVASCRIPT, "left-pad")),
            catalog());
    assertThat(ProvenName.find(NODE, Optional.of(Language.JAVASCRIPT), sought, new Cancellation()))
        .map(name -> name.reference().language())
        .contains(Language.JAVASCRIPT);
  }

  @Test
  void whatIsThereNowOrWasOnlyHitIsNotSought() {
    CacheReference there = reference(Language.PYTHON, "numpy", "pandas");
    CacheReference sought = reference(Language.PYTHON, "scipy");
    assertThat(SoughtNames.of(misses(there, sought), catalog(image("1", there.toString()))).tags())
        .isEqualTo(Map.of(Language.PYTHON, Set.of(sought.tag())));
    UsageReport hit =
        UsageReport.of(
            TimeRange.ALL,
            List.of(
                new ImageUsage(
                    sought,
                    new HitCount(3, 0),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())),
            Map.of(),
            NAMING);
    assertThat(SoughtNames.of(hit, catalog())).isEqualTo(SoughtNames.NONE);
  }
}
