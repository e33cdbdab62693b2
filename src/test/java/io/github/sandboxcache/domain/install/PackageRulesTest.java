package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.PackageProblem.Rule;
import io.github.sandboxcache.text.PackageProblemText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards what may reach a package manager, and that a refusal names the rule that is broken. */
class PackageRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "python numpy",
        "python numpy==2.1.3",
        "python numpy>=1.2,<2",
        "python pandas~=2.0",
        "python uvicorn[standard]",
        "python uvicorn[standard,watch]>=0.30.1",
        "python torch==2.3.0+cpu",
        "python django==5.*",
        "python zope.interface!=5.0",
        "python pip===24.0",
        "javascript left-pad",
        "javascript left-pad@^1.3.0",
        "javascript lodash@>=4",
        "javascript react@next",
        "javascript JSONStream@~1.3.5",
        "typescript @types/node@20",
        "typescript @angular/core@17.0.1",
        "typescript typescript@5.x",
        "go golang.org/x/text@v0.14.0",
        "go gopkg.in/yaml.v3",
        "go github.com/nats-io/nats.go@latest",
        "go github.com/BurntSushi/toml@>=v1.0.0",
        "rust serde",
        "rust serde@1.0",
        "rust tokio@~1.38",
        "rust rand_core@>=0.6,<0.7",
        "bash jq",
        "bash libssl-dev",
        "bash g++",
        "bash jq=1.6-2",
        "bash openssh-client=1:9.2p1-2+deb12u3",
        "bash python3.11",
        "bash gcc-12-base=12.2.0-14+deb12u1",
        "ruby rails",
        "ruby rails:7.1",
        "ruby rails:~>7.1",
        "ruby activesupport:>=7.0.8.1",
        "ruby rails:7.2.0-rc1",
      })
  void versionsExtrasScopesAndModulePathsStayPossible(String language, String packageName) {
    assertThat(PackageRules.check(new Language(language), packageName)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '\0',
      value = {
        "python -r OPTION",
        "python --index-url=http://example.com OPTION",
        "python ./numpy PATH_OR_URL",
        "python ../numpy PATH_OR_URL",
        "python /etc/passwd PATH_OR_URL",
        "python ~/numpy PATH_OR_URL",
        "python numpy.whl PATH_OR_URL",
        "python numpy-1.0.tar.gz[all] PATH_OR_URL",
        "python numpy==1.0.zip PATH_OR_URL",
        "python https://example.com/numpy.zip PATH_OR_URL",
        "python git+ssh://example.com/x#egg=y PATH_OR_URL",
        "python numpy@file:///etc PATH_OR_URL",
        "python ${HOME} SHELL_SYNTAX",
        "python numpy;python_version<'3' SHELL_SYNTAX",
        "python numpy#comment SHELL_SYNTAX",
        "python numpy>out SHELL_SYNTAX",
        "python numpy=>1.2 FORM",
        "python numpy@1.2 FORM",
        "javascript . PATH_OR_URL",
        "javascript .. PATH_OR_URL",
        "javascript user/repo PATH_OR_URL",
        "javascript file:left-pad PATH_OR_URL",
        "javascript git+https://example.com/x.git PATH_OR_URL",
        "javascript github:user/repo PATH_OR_URL",
        "javascript npm:left-pad PATH_OR_URL",
        "javascript left-pad@npm:other PATH_OR_URL",
        "javascript left-pad@user/repo PATH_OR_URL",
        "javascript left-pad.tgz PATH_OR_URL",
        "javascript left-pad.tgz@1 PATH_OR_URL",
        "javascript left-pad@1.0.tar.gz PATH_OR_URL",
        "javascript $(id) SHELL_SYNTAX",
        "javascript left-pad|id SHELL_SYNTAX",
        "javascript left-pad@>out SHELL_SYNTAX",
        "javascript @types FORM",
        "go ./... PATH_OR_URL",
        "go all FORM",
        "go std FORM",
        "go cmd FORM",
        "go main.go PATH_OR_URL",
        "go golang.org/x/... PATH_OR_URL",
        "go golang.org/x/../y PATH_OR_URL",
        "go golang.org/x/text@none PATH_OR_URL",
        "rust --git=x OPTION",
        "rust ./serde PATH_OR_URL",
        "rust serde/derive PATH_OR_URL",
        "rust serde>=1.0 FORM",
        "bash ./jq.deb PATH_OR_URL",
        "bash jq.apk PATH_OR_URL",
        "bash jq/stable PATH_OR_URL",
        "bash jq- FORM",
        "bash jq=1.6- FORM",
        "bash jq^ SHELL_SYNTAX",
        "bash jq* SHELL_SYNTAX",
        "bash jq&&id SHELL_SYNTAX",
        "bash jq~=1.7 FORM",
        "bash jq>=1.7 FORM",
        "bash JQ FORM",
        "bash jq:i386 PATH_OR_URL",
        "bash ~njq SHELL_SYNTAX",
        "bash ?name(jq) SHELL_SYNTAX",
        "bash ^jq$ SHELL_SYNTAX",
        "bash jq=1.6+ FORM",
        "ruby ./rails.gem PATH_OR_URL",
        "ruby rails.gem PATH_OR_URL",
        "ruby rails.gem:1 PATH_OR_URL",
        "ruby rails@7.1 FORM",
        "ruby rails:>=7,<8 FORM",
        "ruby rails:7. FORM",
        "go 127.0.0.1/x PATH_OR_URL",
      })
  void aRefusalSaysWhichRuleIsBroken(String language, String packageName, Rule rule) {
    assertThat(PackageRules.check(new Language(language), packageName))
        .contains(new PackageProblem(packageName, rule));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numpy scipy",
        "numpy\n--pre",
        "numpy --hash=sha256:ab",
        "nümpy",
        "a\u202eb",
        "a\0"
      })
  void spacesLineEndsAndForeignLettersAreRefusedForEveryLanguage(String packageName) {
    assertThat(Language.KNOWN)
        .allSatisfy(
            language ->
                assertThat(PackageRules.check(language, packageName))
                    .contains(new PackageProblem(packageName, Rule.CHARACTERS)));
  }

  @Test
  void nothingAndTooMuchAreRefused() {
    assertThat(rule(Language.PYTHON, "")).contains(Rule.EMPTY);
    assertThat(rule(Language.PYTHON, " \t")).contains(Rule.EMPTY);
    assertThat(rule(Language.PYTHON, "a".repeat(PackageRules.MAX_LENGTH))).isEmpty();
    assertThat(rule(Language.PYTHON, "a".repeat(PackageRules.MAX_LENGTH + 1)))
        .contains(Rule.LENGTH);
  }

  @Test
  void aListHasOneProblemPerBadNameAndAnUnknownLanguageOneInAll() {
    assertThat(PackageRules.checkAll(Language.BASH, List.of("jq", "-y", "curl", "/x")))
        .extracting(PackageProblem::rule)
        .containsExactly(Rule.OPTION, Rule.PATH_OR_URL);
    assertThat(PackageRules.checkAll(new Language("cobol"), List.of("a", "b")))
        .extracting(PackageProblem::rule)
        .containsExactly(Rule.NO_RECIPE);
    assertThat(PackageRules.checkAll(Language.GO, List.of()))
        .extracting(PackageProblem::rule)
        .containsExactly(Rule.EMPTY);
  }

  @Test
  void theMessageNamesPackageAndRuleAndIsHarmless() {
    assertThat(text(Language.PYTHON, "--pre")).contains("--pre").contains("option");
    assertThat(text(Language.JAVASCRIPT, "user/repo")).contains("user/repo").contains("path");
    assertThat(text(Language.RUBY, "rails@7")).contains("rails@7").contains("rails:7.1");
    assertThat(text(new Language("cobol"), "x")).contains("cobol").contains("python, typescript");
    assertThat(text(Language.PYTHON, "a\u001b[2J")).doesNotContain("\u001b");
  }

  private static Optional<Rule> rule(Language language, String packageName) {
    return PackageRules.check(language, packageName).map(PackageProblem::rule);
  }

  private static String text(Language language, String packageName) {
    return PackageProblemText.of(language, PackageRules.check(language, packageName).orElseThrow());
  }
}
