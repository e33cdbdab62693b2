package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards by which name a package is counted and shown, whatever version was asked for. */
class PackageNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "python numpy numpy '' ''",
        "python numpy==2.1.3 numpy '' 2.1.3",
        "python numpy===2.1.3 numpy '' ===2.1.3",
        "python numpy>=1.2,<2 numpy '' >=1.2,<2",
        "python uvicorn[standard]~=0.30 uvicorn [standard] ~=0.30",
        "javascript left-pad@^1.3.0 left-pad '' ^1.3.0",
        "typescript @types/node@20 @types/node '' 20",
        "typescript @types/node @types/node '' ''",
        "go golang.org/x/text@v0.14.0 golang.org/x/text '' v0.14.0",
        "rust serde@=1.0 serde '' =1.0",
        "bash jq=1.6-2 jq '' 1.6-2",
        "bash g++ g++ '' ''",
        "bash jq>=1.6 jq '' >=1.6",
        "ruby rails:7.1 rails '' 7.1",
        "cobol a@b==c a@b==c '' ''",
      })
  void partsOfAPackage(
      String language, String packageName, String name, String extras, String version) {
    assertThat(PackageName.of(new Language(language), packageName))
        .isEqualTo(new PackageName(name, extras, version));
  }

  @Property
  void anyTextHasAName(@ForAll("languages") Language language, @ForAll String packageName) {
    String name = PackageName.of(language, packageName).name();
    assertThat(packageName).startsWith(name);
    assertThat(name.isEmpty()).isEqualTo(packageName.isEmpty());
  }

  @Provide
  Arbitrary<Language> languages() {
    return Arbitraries.of(Language.KNOWN);
  }
}
