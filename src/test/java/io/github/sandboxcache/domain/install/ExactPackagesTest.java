package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.contents.Ecosystem;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** In which versions packages are asked for when an image is made again. */
class ExactPackagesTest {
  private static InstalledPackage had(Ecosystem ecosystem, String name, String version) {
    return had(ecosystem, name, version, false);
  }

  private static InstalledPackage had(
      Ecosystem ecosystem, String name, String version, boolean asked, String... needs) {
    return new InstalledPackage(
        ecosystem, name, version, OptionalLong.empty(), asked, List.of(needs));
  }

  private static ExactPackages exact(
      Language language, List<String> asked, InstalledPackage... installed) {
    return ExactPackages.of(language, asked, List.of(installed));
  }

  @Test
  void pythonPackagesKeepTheirExtrasAndWhatCameAlongIsExactToo() {
    assertThat(
            exact(
                Language.PYTHON,
                List.of("uvicorn[standard]", "Zope_Interface>=5,<6", "numpy==1.26.4"),
                had(Ecosystem.PYTHON, "uvicorn", "0.30.1"),
                had(Ecosystem.PYTHON, "zope.interface", "5.5.2"),
                had(Ecosystem.PYTHON, "numpy", "1.26.4"),
                had(Ecosystem.PYTHON, "httptools", "0.6.1")))
        .isEqualTo(
            new ExactPackages(
                List.of("uvicorn[standard]==0.30.1", "Zope_Interface==5.5.2", "numpy==1.26.4"),
                true,
                List.of("httptools==0.6.1")));
  }

  @Test
  void everyLanguageHasItsOwnSignForAVersion() {
    assertThat(
            exact(
                    Language.JAVASCRIPT,
                    List.of("@types/node@latest"),
                    had(Ecosystem.NPM, "@types/node", "20.1.0"))
                .asked())
        .containsExactly("@types/node@20.1.0");
    assertThat(
            exact(Language.RUST, List.of("serde@1"), had(Ecosystem.CARGO, "serde", "1.0.197"))
                .asked())
        .containsExactly("serde@=1.0.197");
    assertThat(exact(Language.BASH, List.of("jq"), had(Ecosystem.DEBIAN, "jq", "1:1.6-2")).asked())
        .containsExactly("jq=1:1.6-2");
    assertThat(exact(Language.BASH, List.of("jq"), had(Ecosystem.ALPINE, "jq", "1.7-r0")).asked())
        .containsExactly("jq=1.7-r0");
    assertThat(exact(Language.RUBY, List.of("rails:~>7"), had(Ecosystem.RUBY, "rails", "7.1.3")))
        .isEqualTo(new ExactPackages(List.of("rails:7.1.3"), true, List.of()));
  }

  @Test
  void aPackageOfGoHasTheVersionOfItsModule() {
    assertThat(
            exact(
                Language.GO,
                List.of("golang.org/x/text/cases@latest"),
                had(Ecosystem.GO, "golang.org/x/text", "v0.14.0")))
        .isEqualTo(new ExactPackages(List.of("golang.org/x/text/cases@v0.14.0"), true, List.of()));
  }

  @Test
  void whatIsNotKnownIsAskedForAsBefore() {
    assertThat(
            exact(
                Language.PYTHON,
                List.of("six>=1.16", "attrs", "idna"),
                had(Ecosystem.PYTHON, "attrs", ""),
                had(Ecosystem.NPM, "six", "1.0.0"),
                had(Ecosystem.PYTHON, "idna", "3.7")))
        .isEqualTo(new ExactPackages(List.of("six>=1.16", "attrs", "idna==3.7"), false, List.of()));
  }

  @Test
  void ofSeveralVersionsTheOneThatWasAskedForCounts() {
    assertThat(
            exact(
                Language.JAVASCRIPT,
                List.of("lodash"),
                had(Ecosystem.NPM, "lodash", "3.0.0"),
                had(Ecosystem.NPM, "lodash", "4.17.21", true),
                had(Ecosystem.NPM, "ms", "1.0.0"),
                had(Ecosystem.NPM, "ms", "2.0.0")))
        .isEqualTo(new ExactPackages(List.of("lodash@4.17.21"), true, List.of()));
  }

  @Test
  void whatOthersNeedComesBeforeThemEvenInACircle() {
    assertThat(
            exact(
                    Language.RUBY,
                    List.of("web"),
                    had(Ecosystem.RUBY, "web", "1", true, "rack", "absent"),
                    had(Ecosystem.RUBY, "rack", "3", false, "log", "base"),
                    had(Ecosystem.RUBY, "base", "2", false, "rack"),
                    had(Ecosystem.RUBY, "log", "1"))
                .others())
        .containsExactlyInAnyOrder("base:2", "log:1", "rack:3")
        .containsSubsequence("log:1", "rack:3");
  }

  @Property
  void whateverAnImageSaysOnlyPackagesOfTheLanguagesFormAreAskedFor(
      @ForAll("languages") Language language, @ForAll("installed") InstalledPackage installed) {
    String asked = language.equals(Language.GO) ? "golang.org/x/text" : "a";
    ExactPackages exact = ExactPackages.of(language, List.of(asked), List.of(installed));

    assertThat(PackageRules.checkAll(language, exact.asked())).isEmpty();
    assertThat(exact.others())
        .allSatisfy(other -> assertThat(PackageRules.check(language, other)).isEmpty());
    assertThat(Stream.concat(exact.asked().stream(), exact.others().stream()))
        .allSatisfy(each -> assertThat(each).doesNotContainAnyWhitespaces().doesNotContain(","));
  }

  @Provide
  Arbitrary<Language> languages() {
    return Arbitraries.of(Language.KNOWN);
  }

  @Provide
  Arbitrary<InstalledPackage> installed() {
    Arbitrary<String> names =
        Arbitraries.oneOf(
            Arbitraries.of("a", "b", "golang.org/x/text", "@types/node", "--pre", "../x", "a b"),
            Arbitraries.strings().ofMaxLength(8));
    Arbitrary<String> versions =
        Arbitraries.oneOf(
            Arbitraries.of("1.0", "v1.2.3", "1.0,<2", "1.*", "latest", "1; rm", "1\n-e ."),
            Arbitraries.strings().withChars("0123456789v.*,;<>=!~^-+ \n$`@:/ab").ofMaxLength(8));
    return Combinators.combine(
            Arbitraries.of(Ecosystem.values()), names, versions, Arbitraries.of(true, false))
        .as((ecosystem, name, version, asked) -> had(ecosystem, name, version, asked));
  }
}
