package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.install.InstallProblem;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The ways through an install, by keyboard: each step says where it stands. */
class InstallScreensTest {
  private static final List<String> PIP_FAILS =
      List.of(
          "$ pip install scipy==1.14.1 networkx pyarow",
          "Collecting scipy==1.14.1",
          "Collecting networkx",
          "ERROR: Could not find a version that satisfies the requirement pyarow (from versions:"
              + " none)",
          "ERROR: No matching distribution found for pyarow",
          "Container removed. No image was made.");

  @Test
  void anInstallIsAskedForInstalledAndFollowed() throws InterruptedException {
    CountDownLatch finish = new CountDownLatch(1);
    Installer installer =
        (request, listener, _) -> {
          listener.onLine("Starting a container from python:3.11-slim");
          listener.onLine("$ pip install pandas polars");
          listener.onLine("Collecting pandas");
          listener.onLine("  Downloading pandas-2.2.3-cp311-manylinux_2_17_x86_64.whl (13.1 MB)");
          listener.onProgress(
              Progress.of(Installer.STEP_PACKAGES, "Downloading polars 1.12.0", 0.42));
          try {
            finish.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return InstallResult.installed(request, Duration.ofSeconds(14));
        };
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(installer))) {
      window.shortcut(KeyCode.N);
      window.photograph("install-asking");
      assertThat(window.words(".install-dialog"))
          .contains("Install packages", "Add packages to see it", "Install");
      window.type("pandas polars -o ");
      window.photograph("install-bad-package");
      assertThat(window.words(".install-dialog")).contains("pandas", "polars", "-o");
      assertThat(window.words(".install-dialog #foot"))
          .containsExactly("Fix or remove 1 package to install.");
      assertThat(isDisabled(window, "#primary")).isTrue();
      window.press(KeyCode.BACK_SPACE);
      assertThat(isDisabled(window, "#primary")).isFalse();
      window.photograph("install-ready");
      assertThat(window.words(".install-dialog")).contains("Not cached yet").doesNotContain("-o");
      window.tabTo("#primary");
      window.press(KeyCode.ENTER);
      window.await(".log-lines");
      window.awaitWords(".install-dialog", "42\u00a0%");
      window.photograph("install-running");
      assertThat(window.words(".install-dialog"))
          .contains(
              "Installing pandas, polars",
              "Downloading polars 1.12.0",
              "$ pip install pandas polars",
              "Collecting pandas");
      finish.countDown();
      window.await("#primary");
      window.photograph("install-done");
      assertThat(window.words(".install-dialog"))
          .contains("Installed pandas, polars", "Show image", "Close");
      window.assertStandsInside(".install-dialog");
    }
  }

  @Test
  void aFailedInstallShowsThePackageManagersLines() {
    Installer installer =
        (_, listener, _) -> {
          PIP_FAILS.forEach(listener::onLine);
          return InstallResult.failed(
              Duration.ofSeconds(6), List.of(new InstallProblem.EngineFailed(PIP_FAILS.get(4))));
        };
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(installer))) {
      window.shortcut(KeyCode.N);
      window.type("scipy==1.14.1 networkx pyarow ");
      window.tabTo("#primary");
      window.press(KeyCode.ENTER);
      window.await(".log-lines");
      window.await("#primary");
      window.photograph("install-failed");
      assertThat(window.words(".log-lines")).containsAll(PIP_FAILS.subList(1, 3));
      assertThat(window.words(".log-lines")).contains(PIP_FAILS.get(4), PIP_FAILS.get(5));
      assertThat(window.words(".install-dialog"))
          .as("the reason stands first")
          .contains("The engine failed", "It said: " + PIP_FAILS.get(4));
      window.assertStandsInside(".install-dialog");
      window.press(KeyCode.ESCAPE);
      window.shortcut(KeyCode.J);
      window.photograph("activity-failed");
      assertThat(window.words(".task-card"))
          .contains("The engine failed", "Install of scipy 1.14.1, networkx +1. Nothing was kept.")
          .contains("Try again")
          .anyMatch(words -> words.contains(PIP_FAILS.get(4)));
    }
  }

  private static boolean isDisabled(CommandWindow window, String selector) {
    return Toolkit.call(() -> window.find(selector).isDisabled());
  }
}
