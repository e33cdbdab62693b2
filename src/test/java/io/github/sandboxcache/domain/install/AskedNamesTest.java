package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.PackagesFrom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody asked for is told from what came along. */
class AskedNamesTest {
  private static AskedNames asked(String language, String given, PackagesFrom from) {
    return AskedNames.of(
        new Language(language), Optional.of(new AskedPackages(List.of(given), from)));
  }

  @ParameterizedTest
  @CsvSource({
    "python,Typing_Extensions==4.1,typing.extensions,true",
    "python,uvicorn[standard],uvicorn,true",
    "python,numpy,pandas,false",
    "typescript,@types/node@20,@types/node,true",
    "go,github.com/spf13/cobra/doc@latest,github.com/spf13/cobra,true",
    "go,github.com/spf13/cobra@v1,github.com/spf13/co,false",
    "rust,serde@1.0,serde,true",
    "bash,jq=1.6,jq,true"
  })
  void aNameIsTheSameHoweverItWasGiven(
      String language, String given, String installed, boolean same) {
    assertThat(asked(language, given, PackagesFrom.KEY).contains(installed, !same)).isEqualTo(same);
  }

  @Test
  void whereNobodyKnowsBetterTheMarkDecides() {
    assertThat(asked("python", "numpy", PackagesFrom.GUESS).contains("six", true)).isTrue();
    assertThat(AskedNames.of(Language.PYTHON, Optional.empty()).contains("six", true)).isTrue();
    assertThat(AskedNames.of(Language.PYTHON, Optional.empty()).contains("six", false)).isFalse();
  }
}
