package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.RecipeStep.BorrowStore;
import io.github.sandboxcache.domain.install.RecipeStep.MakeDirectory;
import io.github.sandboxcache.domain.install.RecipeStep.RequireLine;
import io.github.sandboxcache.domain.install.RecipeStep.Run;
import io.github.sandboxcache.domain.install.RecipeStep.WriteFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards what each language's recipe does in the container, word for word. */
class RecipeTest {
  @Test
  void pythonReadsItsPackagesFromARequirementsFile() {
    assertThat(steps(Language.PYTHON, Tool.of("python", "-m", "pip"), "numpy>=1.2,<2", "six"))
        .containsExactly(
            "write /sandbox-cache-install/requirements.txt: numpy>=1.2,<2|six|",
            "/sandbox-cache-install$ python -m pip install --no-cache-dir"
                + " --disable-pip-version-check -r /sandbox-cache-install/requirements.txt");
  }

  @Test
  void javascriptIsInstalledInTheWorkspaceAndFoundFromEverywhere() {
    assertThat(steps(Language.JAVASCRIPT, Tool.of("npm"), "left-pad@^1.3.0", "@types/node"))
        .containsExactly(
            "mkdir /workspace",
            "write /workspace/package.json: {|  \"private\": true|}|",
            "/workspace$ npm install --no-audit --no-fund -- left-pad@^1.3.0 @types/node",
            "/$ ln -s /workspace/node_modules /node_modules (unless /node_modules)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bun", "pnpm"})
  void typescriptIsAddedByWhicheverToolThereIs(String tool) {
    assertThat(steps(Language.TYPESCRIPT, Tool.of(tool), "zod"))
        .contains("/workspace$ " + tool + " add -- zod");
  }

  @Test
  void goGetsIntoAModule() {
    assertThat(steps(Language.GO, tools(Language.GO).getFirst(), "golang.org/x/text@v0.14.0"))
        .containsExactly(
            "mkdir /workspace",
            "/workspace$ go mod init sandbox (unless /workspace/go.mod)",
            "/workspace$ go get -- golang.org/x/text@v0.14.0",
            "/workspace$ go mod download all");
  }

  @Test
  void rustAddsToAPackageAndFetches() {
    assertThat(steps(Language.RUST, Tool.of("cargo"), "serde@1.0"))
        .containsExactly(
            "mkdir /workspace",
            "/workspace$ cargo init --name workspace --vcs none (unless /workspace/Cargo.toml)",
            "/workspace$ cargo add -- serde@1.0",
            "/workspace$ cargo fetch");
  }

  @Test
  void apkAddsWithoutKeepingAnIndex() {
    assertThat(steps(Language.BASH, Tool.of("apk"), "jq", "curl"))
        .containsExactly("/$ apk add --no-cache jq curl");
  }

  @Test
  void aptKeepsListsAndDownloadsWhereTheyAreRemoved() {
    String options =
        " -o Dir::State::Lists=/sandbox-cache-install/lists -o"
            + " Dir::Cache=/sandbox-cache-install/apt -o Dir::Log=/sandbox-cache-install/log -o"
            + " Dpkg::Options::=--log=/sandbox-cache-install/dpkg.log"
            + " -o APT::Cmd::Pattern-Only=true"
            + " -o Dpkg::Use-Pty=0";
    assertThat(steps(Language.BASH, Tool.of("apt-get"), "jq=1.6-2"))
        .contains(
            "/$ apt-get update" + options,
            "/$ apt-get install -y --no-install-recommends" + options + " -- jq=1.6-2");
  }

  @Test
  void aptTrustsTheUsersAuthoritiesByItsOwnOption() {
    Recipe recipe = Recipe.of(Language.BASH).orElseThrow();
    assertThat(recipe.steps(new RecipeInput(Tool.of("apt-get"), List.of("jq"), true)))
        .filteredOn(Run.class::isInstance)
        .allSatisfy(
            step ->
                assertThat(step.toString())
                    .contains("Acquire::https::CAInfo=/dev/shm/sandbox-cache-ca.pem"));
  }

  @Test
  void aptInstallsANameWithADotOrPlusOnlyIfItsIndexHasExactlyThat() {
    assertThat(steps(Language.BASH, Tool.of("apt-get"), "g++", "python3.11=3.11.2-6", "jq=1.6-2"))
        .filteredOn(step -> step.startsWith("apt-cache"))
        .containsExactly(
            "apt-cache pkgnames -o Dir::State::Lists=/sandbox-cache-install/lists -o"
                + " Dir::Cache=/sandbox-cache-install/apt -- g++ (must list g++)",
            "apt-cache pkgnames -o Dir::State::Lists=/sandbox-cache-install/lists -o"
                + " Dir::Cache=/sandbox-cache-install/apt -- python3.11 (must list python3.11)");
  }

  @Test
  void gemHasNoEndOfOptionsBeforePackages() {
    assertThat(steps(Language.RUBY, Tool.of("gem"), "rails:7.1"))
        .containsExactly(
            "/sandbox-cache-install$ gem install --no-document --no-user-install rails:7.1");
  }

  @Test
  void whatCameAlongIsARequirementOfPipToo() {
    assertThat(exactly(Language.PYTHON, Tool.of("pip"), List.of("a==1"), "b==2"))
        .contains("write /sandbox-cache-install/requirements.txt: a==1|b==2|");
  }

  @ParameterizedTest
  @CsvSource({
    "npm,install --no-audit --no-fund,uninstall --no-audit --no-fund",
    "bun,add,remove",
    "pnpm,add,remove"
  })
  void whatCameAlongIsPutIntoTheLockFileOfNodeButNotAskedFor(
      String tool, String add, String remove) {
    assertThat(exactly(Language.TYPESCRIPT, Tool.of(tool), List.of("a@1"), "@b/c@2", "d@3"))
        .containsSubsequence(
            "/workspace$ " + tool + " " + add + " -- a@1 @b/c@2 d@3",
            "/workspace$ " + tool + " " + remove + " -- @b/c d");
  }

  @Test
  void whatCameAlongIsPutIntoTheLockFileOfCargoButNotAskedFor() {
    assertThat(exactly(Language.RUST, Tool.of("cargo"), List.of("a@=1"), "b@=2"))
        .containsSubsequence(
            "/workspace$ cargo add -- a@=1",
            "/workspace$ cargo add --no-default-features -- b@=2",
            "/workspace$ cargo generate-lockfile",
            "/workspace$ cargo remove -- b",
            "/workspace$ cargo fetch");
  }

  @Test
  void gemInstallsWhatIsNeededFirstAndKeepsIt() {
    assertThat(exactly(Language.RUBY, Tool.of("gem"), List.of("a:1"), "b:2"))
        .containsExactly(
            "/sandbox-cache-install$ gem install --no-document --no-user-install --minimal-deps"
                + " b:2 a:1");
  }

  @ParameterizedTest
  @CsvSource({"go,go", "bash,apk", "bash,apt-get"})
  void whatCameAlongIsLeftToTheToolsWhereArchivesOrTheVersionAskedForDecideIt(
      String language, String tool) {
    assertThat(exactly(new Language(language), Tool.of(tool), List.of("a"), "b"))
        .noneMatch(step -> step.endsWith(" b"));
  }

  /** Variables keep away what a tool would write beside the packages, paths are removed later. */
  @Test
  void nothingIsKeptThatNoProgramNeeds() {
    assertThat(Recipe.of(Language.PYTHON).orElseThrow().environment(Map.of()))
        .containsEntry("PYTHONDONTWRITEBYTECODE", "1");
    assertThat(Recipe.of(Language.TYPESCRIPT).orElseThrow().environment(Map.of()))
        .containsEntry("npm_config_store_dir", "/sandbox-cache-install/pnpm")
        .containsEntry("XDG_CACHE_HOME", "/sandbox-cache-install/cache");
    assertThat(Recipe.of(Language.BASH).orElseThrow().leftovers())
        .contains("/var/log/dpkg.log", "/var/cache/debconf/templates.dat-old");
  }

  @Test
  void everyKnownLanguageHasARecipeAndNoOther() {
    assertThat(Language.KNOWN).allMatch(language -> Recipe.of(language).isPresent());
    assertThat(Recipe.of(new Language("cobol"))).isEmpty();
  }

  @Test
  void onlySystemPackagesGetMoreThanFileCapabilities() {
    assertThat(Language.KNOWN)
        .filteredOn(
            language ->
                !Recipe.of(language).orElseThrow().capabilities().equals(Recipe.FILE_CAPABILITIES))
        .containsExactly(Language.BASH);
  }

  @Test
  void packageManagersAreLookedForInThisOrder() {
    assertThat(tools(Language.PYTHON))
        .extracting(tool -> String.join(" ", tool.probe()))
        .containsExactly(
            "python -m pip --version",
            "python3 -m pip --version",
            "pip --version",
            "pip3 --version");
    assertThat(tools(Language.TYPESCRIPT))
        .extracting(Tool::name)
        .containsExactly("bun", "pnpm", "npm");
    assertThat(tools(Language.GO).getFirst().probe()).containsExactly("go", "version");
  }

  @Test
  void aCommandIsShownAsOneWouldTypeIt() {
    assertThat(CommandLine.of(List.of("pip", "install", "numpy>=1.2,<2", "it's")))
        .isEqualTo("pip install 'numpy>=1.2,<2' 'it'\\''s'");
  }

  private static List<Tool> tools(Language language) {
    return Recipe.of(language).orElseThrow().tools();
  }

  private static List<String> steps(Language language, Tool tool, String... packages) {
    return Recipe.of(language)
        .orElseThrow()
        .steps(new RecipeInput(tool, List.of(packages), false))
        .stream()
        .map(RecipeTest::text)
        .toList();
  }

  private static List<String> exactly(
      Language language, Tool tool, List<String> packages, String... others) {
    return Recipe.of(language)
        .orElseThrow()
        .steps(new RecipeInput(tool, packages, List.of(others), false))
        .stream()
        .map(RecipeTest::text)
        .toList();
  }

  private static String text(RecipeStep step) {
    return switch (step) {
      case MakeDirectory(String path) -> "mkdir " + path;
      case WriteFile file -> "write " + file.path() + ": " + file.text().replace("\n", "|");
      case RequireLine known ->
          String.join(" ", known.arguments()) + " (must list " + known.line() + ")";
      case BorrowStore store ->
          store.variable() + "=$(" + String.join(" ", store.arguments()) + ")";
      case Run run ->
          run.directory()
              + "$ "
              + String.join(" ", run.arguments())
              + run.unlessExists().map(path -> " (unless " + path + ")").orElse("");
    };
  }

  /** Older ones refuse what they do not know. */
  @Test
  void pipIsAskedForItsProgressFromTheVersionOnThatCanTellIt() {
    assertThat(pipArguments("pip 24.1.2 from /usr/lib (python 3.11)")).contains("--progress-bar");
    assertThat(pipArguments("pip 25.0 from /usr/lib (python 3.13)")).contains("--progress-bar");
    assertThat(pipArguments("pip 24.0 from /usr/lib (python 3.11)"))
        .doesNotContain("--progress-bar");
    assertThat(pipArguments("")).doesNotContain("--progress-bar");
  }

  private static List<String> pipArguments(String version) {
    RecipeInput input = new RecipeInput(Tool.of("pip"), version, List.of("six"), List.of(), false);
    return new PipRecipe()
        .steps(input).stream()
            .filter(RecipeStep.Run.class::isInstance)
            .flatMap(step -> ((RecipeStep.Run) step).arguments().stream())
            .toList();
  }
}
