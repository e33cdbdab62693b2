package io.github.sandboxcache.domain.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.PackagesFrom;
import io.github.sandboxcache.domain.contents.Ecosystem;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.history.ImageRecipe;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.RecordedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Which removed images can be made again, and how they are asked for. */
class RestoreRequestTest {
  private static final List<String> ASKED = List.of("requests>=2");
  private static final CacheReference NAME =
      CacheReference.of(Language.PYTHON, CacheKey.of(Language.PYTHON, ASKED));
  private static final InstalledPackage REQUESTS =
      new InstalledPackage(
          Ecosystem.PYTHON, "requests", "2.31.0", OptionalLong.empty(), true, List.of());

  private static ImageRecipe recipe(
      Optional<AskedPackages> asked, Optional<List<InstalledPackage>> installed) {
    return new ImageRecipe(
        NAME,
        "sha256:1",
        asked,
        installed,
        Optional.of("python:3.11-slim"),
        Optional.of("sha256:base"),
        Map.of());
  }

  private static Optional<AskedPackages> asked(PackagesFrom from) {
    return Optional.of(new AskedPackages(ASKED, from));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "GUESS")
  void itIsAskedForByItsOwnPackagesSoThatItHasItsOwnNameAgain(PackagesFrom from) {
    InstallRequest request =
        RestoreRequest.of(recipe(asked(from), Optional.of(List.of(REQUESTS)))).orElseThrow();

    assertThat(request.reference()).isEqualTo(NAME);
    assertThat(request.packages()).isEqualTo(ASKED);
    assertThat(request.baseImage()).contains("python:3.11-slim");
    assertThat(request.recorded())
        .contains(new RecordedImage(List.of(REQUESTS), Optional.of("sha256:base")));
    assertThat(request.asRecorded()).isTrue();
  }

  @Test
  void whatIsOnlyGuessedOrUnknownCannotBeMadeAgain() {
    assertThat(RestoreRequest.of(recipe(asked(PackagesFrom.GUESS), Optional.empty()))).isEmpty();
    assertThat(RestoreRequest.of(recipe(Optional.empty(), Optional.empty()))).isEmpty();
  }

  @Test
  void packagesOfAnotherNameThanTheImageHadAreNotItsOwn() {
    AskedPackages others = new AskedPackages(List.of("evil"), PackagesFrom.LABEL);
    assertThat(RestoreRequest.of(recipe(Optional.of(others), Optional.empty()))).isEmpty();
  }

  @Test
  void withoutVersionsItIsAskedForAsBefore() {
    InstallRequest request =
        RestoreRequest.of(recipe(asked(PackagesFrom.KEY), Optional.empty())).orElseThrow();
    assertThat(request.asRecorded()).isFalse();
    assertThat(request.recorded())
        .contains(new RecordedImage(List.of(), Optional.of("sha256:base")));
  }

  @Test
  void theNewestKeepTheBase() {
    InstallRequest exact =
        RestoreRequest.of(recipe(asked(PackagesFrom.KEY), Optional.of(List.of(REQUESTS))))
            .orElseThrow();
    InstallRequest newest = exact.withoutVersions();
    assertThat(exact.hasVersions()).isTrue();
    assertThat(newest.hasVersions()).isFalse();
    assertThat(newest.asRecorded()).isFalse();
    assertThat(newest.reference()).isEqualTo(NAME);
    assertThat(newest.recorded())
        .contains(new RecordedImage(List.of(), Optional.of("sha256:base")));
  }
}
