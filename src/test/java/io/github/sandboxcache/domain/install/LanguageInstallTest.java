package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.install.RealInstalls.Ran;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.text.InstallText;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Guards that every language's packages can be used in the image that an install makes, by real
 * package managers, and that the image runs as its base image does.
 */
@EngineTest
class LanguageInstallTest {
  private RealInstalls installs;

  @BeforeEach
  void start(ContainerEngine engine, @TempDir Path locks) {
    installs = new RealInstalls(engine, locks);
  }

  @AfterEach
  void removeWhatWasMade() {
    installs.close();
  }

  @Test
  void pythonPackagesCanBeImported() {
    InstallRequest request = installs.request(Language.PYTHON, "python", "six>=1.16,<2");
    install(request);
    assertThat(installs.commandLines().getFirst()).contains("-m pip install --no-cache-dir");
    assertPrints("six", installs.run(request, "python3", "-c", "import six; print(six.__name__)"));
  }

  @Test
  void javascriptPackagesCanBeRequiredAndImportedFromTheImagesOwnDirectory() {
    InstallRequest request = installs.request(Language.JAVASCRIPT, "javascript", "left-pad");
    install(request);
    assertPrints(
        "007", installs.run(request, "node", "-e", "console.log(require('left-pad')(7, 3, '0'))"));
    assertPrints(
        "007",
        installs.run(
            request,
            "node",
            "--input-type=module",
            "-e",
            "import pad from 'left-pad'; console.log(pad(7, 3, '0'))"));
    assertPrints(
        "function",
        installs.runIn(
            "/workspace", request, "node", "-e", "console.log(typeof require('left-pad'))"));
  }

  @Test
  void typescriptPackagesAreInstalledByPnpmWhereThereIsNoBun() {
    InstallRequest request = installs.request(Language.TYPESCRIPT, "typescript", "is-number@^7");
    install(request);
    assertThat(installs.commandLines()).contains("$ pnpm add -- is-number@^7");
    assertPrints("true", installs.run(request, "-e", "console.log(require('is-number')(7))"));
  }

  @Test
  void typescriptPackagesAreInstalledByBunWhereItIs() {
    InstallRequest request = installs.request(Language.TYPESCRIPT, "bun", "is-odd@3.0.1");
    install(request);
    assertThat(installs.commandLines()).contains("$ bun add -- is-odd@3.0.1");
    assertPrints("true", installs.run(request, "bun", "-e", "console.log(require('is-odd')(7))"));
  }

  @Test
  void typescriptPackagesAreInstalledByNpmAtTheLeast() {
    InstallRequest request = installs.request(Language.TYPESCRIPT, "javascript", "is-even@1");
    install(request);
    assertThat(installs.commandLines()).contains("$ npm install --no-audit --no-fund -- is-even@1");
    assertPrints("true", installs.run(request, "node", "-e", "console.log(require('is-even')(8))"));
  }

  @Test
  void goModulesAreThereWithoutANetwork() {
    InstallRequest request =
        installs.request(Language.GO, "go", "golang.org/x/text@v0.14.0", "gopkg.in/yaml.v3");
    install(request);
    assertPrints(
        "golang.org/x/text v0.14.0",
        installs.runIn("/workspace", request, "go", "list", "-m", "golang.org/x/text"));
    assertPrints(
        "gopkg.in/yaml.v3",
        installs.runIn("/workspace", request, "go", "list", "gopkg.in/yaml.v3"));
  }

  @Test
  void rustCratesAreThereWithoutANetwork() {
    InstallRequest request = installs.request(Language.RUST, "rust", "itoa@1.0");
    install(request);
    assertThat(installs.inspect(request.reference().toString()).getConfig().getLabels())
        .as("labels of the base image stay")
        .containsEntry("org.example.base", "rust");
    Ran tree = installs.runIn("/workspace", request, "cargo", "tree", "--offline");
    assertThat(tree.output()).contains("itoa v1.0");
    assertThat(tree.exitCode()).isZero();
  }

  @Test
  void programsForTheShellRun() {
    InstallRequest request = installs.request(Language.BASH, "bash", "jq");
    install(request);
    assertThat(installs.run(request, "jq", "--version").output()).startsWith("jq-");
    assertThat(installs.run(request, "ls", "/var/lib/apt/lists").output())
        .as("no package lists are kept")
        .doesNotContain("_Packages");
  }

  @Test
  void rubyGemsCanBeRequired() {
    InstallRequest request = installs.request(Language.RUBY, "ruby", "greeting:~>1.0");
    install(request);
    assertThat(installs.run(request, "-e", "require 'greeting'").exitCode()).isZero();
  }

  private void install(InstallRequest request) {
    InstallResult result = installs.install(request);
    assertThat(InstallText.errors(result)).isEmpty();
    assertThat(result.successful()).isTrue();
    assertThat(result.cached()).isFalse();
    assertThat(result.installedPackages()).isEqualTo(request.packages());
    assertThat(result.reference()).contains(request.reference());
    installs.assertNoContainerLeft(request);
    installs.assertRunsAsItsBase(request);
    assertLabels(request);
    assertThat(installs.run(request, "ls", Recipe.SCRATCH).exitCode()).isNotZero();

    InstallResult again = installs.install(request);
    assertThat(again.successful()).isTrue();
    assertThat(again.cached()).isTrue();
    assertThat(installs.facts()).containsExactly(FactKind.INSTALLED);
  }

  private void assertLabels(InstallRequest request) {
    Map<String, String> labels =
        installs.inspect(request.reference().toString()).getConfig().getLabels();
    assertThat(labels)
        .containsEntry(ImageLabels.LANGUAGE, request.language().name())
        .containsEntry(ImageLabels.BASE_IMAGE, request.baseImage().orElseThrow())
        .containsEntry(
            ImageLabels.BASE_IMAGE_ID, installs.inspect(request.baseImage().orElseThrow()).getId())
        .containsEntry(ImageLabels.VERSION, "test");
    assertThat(ImageLabels.packages(labels)).contains(request.packages());
  }

  private static void assertPrints(String expected, Ran ran) {
    assertThat(ran.output().strip()).isEqualTo(expected);
    assertThat(ran.exitCode()).isZero();
  }
}
