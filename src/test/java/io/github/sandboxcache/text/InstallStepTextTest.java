package io.github.sandboxcache.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.install.InstallStep;
import io.github.sandboxcache.domain.install.InstallStep.Downloading;
import io.github.sandboxcache.domain.task.Progress;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What an install does is said in words of this app, whatever its package manager printed. */
class InstallStepTextTest {
  private static String words(InstallStep step) {
    return InstallStepText.of(Progress.of("packages", "$ pip install").doing(step));
  }

  @Test
  void aDownloadSaysHowMuchItIsAndHowMuchIsThere() {
    OptionalLong size = OptionalLong.of(33_200_000);

    assertThat(words(new Downloading("polars 1.12.0", size, OptionalLong.empty())))
        .isEqualTo("Downloading polars 1.12.0 · 33.2 MB");
    assertThat(words(new Downloading("polars 1.12.0", size, OptionalLong.of(13_800_000))))
        .isEqualTo("Downloading polars 1.12.0 · 13.8 of 33.2 MB");
    assertThat(words(new Downloading("polars 1.12.0", size, OptionalLong.of(262_144))))
        .isEqualTo("Downloading polars 1.12.0 · 262 kB of 33.2 MB");
  }

  @Test
  void namesAreMadeHarmlessAndShownAsEverywhere() {
    assertThat(words(new InstallStep.Resolving("six==1.16.0"))).isEqualTo("Looking for six 1.16.0");
    assertThat(words(new InstallStep.Building("x\u001b[31m"))).doesNotContain("\u001b");
    assertThat(words(new InstallStep.Installing(List.of("numpy", "idna", "six"))))
        .isEqualTo("Installing numpy, idna +1");
    assertThat(words(new InstallStep.Saving())).isEqualTo("Saving the image");
  }

  @Test
  void whatIsNotKnownAsAStepIsToldInItsOwnWords() {
    assertThat(InstallStepText.of(Progress.of("packages", "\u001b[1mCollecting\u001b[0m")))
        .isEqualTo("Collecting");
  }
}
