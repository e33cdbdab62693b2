package io.github.sandboxcache.ui.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.Images;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.domain.usage.UsageReport;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What follows from what is filled into the Install dialog. */
class InstallModelTest {
  private static Optional<String> noDash(Language language, String name) {
    return name.startsWith("-") ? Optional.of("starts with a dash") : Optional.empty();
  }

  @Test
  void theNameIsMadeOfTheValidPackagesAlone() {
    InstallModel model = model(Images.catalog());
    model.add("scipy networkx -o");
    assertThat(model.planProperty().get().request().map(InstallRequest::reference))
        .contains(reference(List.of("networkx", "scipy")));
    assertThat(model.planProperty().get().installable()).isFalse();
    model.removeLast();
    assertThat(model.planProperty().get().installable()).isTrue();
  }

  @Test
  void aNameCountsWhileItIsTyped() {
    InstallModel model = model(Images.catalog());
    model.entryProperty().set("numpy");
    assertThat(model.planProperty().get().request().map(InstallRequest::packages))
        .contains(List.of("numpy"));
  }

  @Test
  void aNameThatTheSandboxRefusesIsToldWhileItIsTyped() {
    InstallModel model = model(Images.catalog());
    model.entryProperty().set("numpy>=2");

    assertThat(model.planProperty().get().neverHit())
        .hasValueSatisfying(warning -> assertThat(warning).contains("numpy>=2", "never look"));
    assertThat(model.planProperty().get().installable()).isTrue();
  }

  @Test
  void aPackageIsNotAddedTwiceBecauseTheKeyCountsDuplicates() {
    InstallModel model = model(Images.catalog());
    model.add("numpy numpy");
    model.add("numpy");
    assertThat(model.chips()).hasSize(1);
  }

  @Test
  void anImageThatIsThereIsOfferedInsteadOfAnInstall() {
    String name = reference(List.of("numpy")).toString();
    InstallModel model = model(Images.catalog(Images.image("1", name)));
    model.add("numpy");
    assertThat(model.planProperty().get().cached()).isPresent();
    assertThat(model.planProperty().get().installable()).isFalse();
  }

  @Test
  void anImageThatArrivesMeanwhileIsNoticed() {
    InstallModel model = model(Images.catalog());
    model.add("numpy");
    String name = reference(List.of("numpy")).toString();
    model.follow(Images.catalog(Images.image("1", name)), UsageReport.EMPTY);
    assertThat(model.planProperty().get().cached()).isPresent();
  }

  @Test
  void theSandboxesOwnBaseImageComesBeforeTheSettings() {
    InstallModel with = model(Images.catalog(Images.image("b", "mcp-sandbox-python:base")));
    InstallModel without = model(Images.catalog(Images.image("b", "python:3.11-slim")));
    assertThat(with.planProperty().get().base().reference()).isEqualTo("mcp-sandbox-python:base");
    assertThat(without.planProperty().get().base().reference()).isEqualTo("python:3.11-slim");
    assertThat(without.planProperty().get().base().found()).isPresent();
  }

  @Test
  void aBaseImageOfOnesOwnGoesIntoTheRequest() {
    InstallModel model = model(Images.catalog());
    model.add("numpy");
    model.givenBaseProperty().set("python:3.13");
    assertThat(model.planProperty().get().request().flatMap(InstallRequest::baseImage))
        .contains("python:3.13");
    model.givenBaseProperty().set("-v /:/host");
    assertThat(model.planProperty().get().installable()).isFalse();
  }

  private static InstallModel model(Catalog catalog) {
    return new InstallModel(InstallModelTest::noDash, InstallSettings.DEFAULT, catalog);
  }

  private static CacheReference reference(List<String> packages) {
    return CacheReference.of(Language.PYTHON, CacheKey.of(Language.PYTHON, packages));
  }
}
