package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.PackageProblem.Rule;
import io.github.sandboxcache.text.PackageProblemText;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Laws of package names: of good ones, and of those that are a sign or two away from good ones. */
class PackageRulesLawsTest {
  @Property
  void everyProblemHasWords(@ForAll Rule rule, @ForAll("languages") Language language) {
    assertThat(PackageProblemText.of(language, new PackageProblem("x", rule))).endsWith(".");
    assertThat(PackageProblemText.brief(rule)).isNotBlank();
  }

  @Property
  void whatHasItsLanguagesFormIsAccepted(@ForAll("wellFormed") Given given) {
    assertThat(PackageRules.check(given.language(), given.name())).isEmpty();
  }

  /** Names that are a sign or two away from good ones, of which many are still good. */
  @Property(tries = 5000, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(onFailureOnly = true)
  void nothingAcceptedCanBeMisread(@ForAll("spoilt") Given given) {
    boolean accepted = PackageRules.check(given.language(), given.name()).isEmpty();
    Statistics.collect(accepted);
    Statistics.coverage(
        seen -> {
          seen.check(true).percentage(share -> share > 20);
          seen.check(false).percentage(share -> share > 20);
        });
    if (!accepted) {
      return;
    }
    assertThat(given.name())
        .matches("[\\x21-\\x7e]+")
        .matches("[^;|&$`\\\\\"'(){}?#]+")
        .matches("[A-Za-z0-9@].*")
        .doesNotContain("://", "//", "/../", "/./");
    String name = PackageName.of(given.language(), given.name()).name();
    assertThat(name).isNotEmpty().matches("[^<>*!^=]+");
    if (given.language().equals(Language.GO)) {
      assertThat(given.name()).as("all packages below").doesNotContain("...");
    } else {
      assertThat(given.name().contains("/")).as("only a scope").isEqualTo(name.startsWith("@"));
    }
  }

  @Property
  void refusedNamesAreToldAsTheyWereGiven(
      @ForAll("languages") Language language, @ForAll String packageName) {
    Optional<PackageProblem> found = PackageRules.check(language, packageName);
    Assume.that(found.isPresent());
    assertThat(found)
        .hasValueSatisfying(problem -> assertThat(problem.packageName()).isEqualTo(packageName));
  }

  @Provide
  Arbitrary<Language> languages() {
    return Arbitraries.of(Language.KNOWN);
  }

  record Given(Language language, String name) {}

  @Provide
  Arbitrary<Given> wellFormed() {
    return languages()
        .flatMap(
            language ->
                Combinators.combine(names(language), versions(language))
                    .as((name, version) -> new Given(language, name + version)));
  }

  private static Arbitrary<String> names(Language language) {
    return switch (language.name()) {
      case "python" -> Arbitraries.of("a", "numpy", "zope.interface", "x_y-z", "uvicorn[standard]");
      case "javascript", "typescript" -> Arbitraries.of("a", "left-pad", "@types/node", "x.y_z");
      case "go" -> Arbitraries.of("example.com", "golang.org/x/text", "a.io/_b/c.d/~e");
      case "rust" -> Arbitraries.of("a", "serde", "rand_core", "x-y");
      case "bash" -> Arbitraries.of("a", "jq", "g++", "libssl-dev", "x.y");
      default -> Arbitraries.of("a", "rails", "x_y-z.w");
    };
  }

  private static Arbitrary<String> versions(Language language) {
    return switch (language.name()) {
      case "python" -> Arbitraries.of("", "==2.1.3", ">=1.2,<2", "~=2.0+cpu", "!=5.*", "===1");
      case "javascript", "typescript" -> Arbitraries.of("", "@^1.3.0", "@next", "@>=4", "@*");
      case "go" -> Arbitraries.of("", "@v0.14.0", "@latest", "@>=v1.0.0");
      case "rust" -> Arbitraries.of("", "@1.0", "@~1.38", "@>=0.6,<0.7", "@*");
      case "bash" -> Arbitraries.of("", "=1.6-2", "=1:9.2p1-2+deb12u3");
      default -> Arbitraries.of("", ":7.1", ":~>7.1", ":>=7.0.1");
    };
  }

  /** A sign that package managers or shells have a meaning for, or a letter, anywhere. */
  @Provide
  Arbitrary<Given> spoilt() {
    Arbitrary<Given> once = spoilt(wellFormed());
    return Arbitraries.oneOf(once, spoilt(once));
  }

  private static Arbitrary<Given> spoilt(Arbitrary<Given> given) {
    Arbitrary<String> signs =
        Arbitraries.oneOf(
            Arbitraries.of("a", "Z", "0", "1.0", "-", ".", "_", "v2"),
            Arbitraries.strings()
                .withChars("-@/.:=<>~!^*+,;|&$`\\\"'(){}[]?# \t\n\0\u00e9")
                .ofMinLength(1)
                .ofMaxLength(2));
    return Combinators.combine(
            given,
            signs,
            Arbitraries.integers()
                .between(0, 10_000)
                .withDistribution(RandomDistribution.uniform()))
        .as(
            (before, sign, at) -> {
              int place = at % (before.name().length() + 1);
              return new Given(
                  before.language(),
                  before.name().substring(0, place) + sign + before.name().substring(place));
            });
  }
}
