package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.install.InstallProblem;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Activity opens in every state of the window, and says what failed and why. */
class ActivityScreensTest {
  private static final EngineConnector NO_ENGINE =
      _ -> new EngineConnector.Outcome.NoEngine(List.of());

  private final CountDownLatch closed = new CountDownLatch(1);

  private final Installer noNetwork =
      (_, listener, _) -> {
        await(closed);
        listener.onLine("$ pip install pandas");
        listener.onLine("WARNING: Retrying, Temporary failure in name resolution");
        return InstallResult.failed(
            Duration.ofSeconds(6),
            List.of(
                new InstallProblem.CommandFailed(
                    "pip install pandas", 1, List.of("Temporary failure in name resolution"))));
      };

  @Test
  void itOpensBesideThePageOfAnEmptyCache() {
    SampleCache empty = new SampleCache(List.of(), List.of());
    try (CommandWindow window = CommandWindow.open(empty, Setup.USUAL)) {
      window.await(".empty-page");
      pressActivity(window);
      window.photograph("activity-empty-cache");
      assertBeside(window, ".empty-page #install");
    }
  }

  /** Where there is no room for both parts of the page, one stands beneath the other. */
  @Test
  void thePageOfAnEmptyCacheIsNotCutOffInASmallWindow() {
    SampleCache empty = new SampleCache(List.of(), List.of());
    try (CommandWindow window = CommandWindow.open(empty, Setup.USUAL)) {
      window.await(".empty-page");
      Toolkit.run(
          () -> {
            window.find(".empty-page").getScene().getWindow().setWidth(960);
            window.find(".empty-page").getScene().getWindow().setHeight(620);
          });
      Toolkit.frames(3);
      window.photograph("empty-cache-small");
      assertThat(bounds(window, ".empty-page #right").getMinX())
          .as("beside it while there is room")
          .isGreaterThan(bounds(window, ".empty-page #points").getMaxX());

      pressActivity(window);
      window.photograph("activity-empty-cache-small");
      assertBeside(window, ".empty-page #right");
      assertThat(bounds(window, ".empty-page #right").getMinY())
          .isGreaterThan(bounds(window, ".empty-page #install").getMaxY());
    }
  }

  @Test
  void itOpensBesideThePageOfNoEngine() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(NO_ENGINE))) {
      window.await(".no-engine");
      pressActivity(window);
      window.photograph("activity-no-engine");
      assertBeside(window, ".no-engine #tryAgain");
    }
  }

  @Test
  void aFailureIsCountedInTheStatusBarUntilItWasLookedAt() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(noNetwork))) {
      failToInstall(window);
      assertThat(window.words(".status-bar")).contains("1 failed");
      assertThat(window.words(".toast")).startsWith("Failed: Python can’t reach the package index");

      window.shortcut(KeyCode.J);
      window.await(".task-card");
      window.photograph("activity-failed-install");
      assertThat(window.words(".activity"))
          .containsSubsequence(
              "Failed",
              "Python can’t reach the package index",
              "Give the engine a proxy or DNS, then try again.",
              "Install of pandas. Nothing was kept.",
              "Try again",
              "Show log",
              "Dismiss");
      assertThat(window.words(".status-bar")).as("it is being looked at").contains("1 failed");

      window.shortcut(KeyCode.J);
      assertThat(window.words(".status-bar")).doesNotContain("1 failed");
    }
  }

  @Test
  void theKeyboardGoesIntoActivityAndEscBringsItBack() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      Toolkit.run(() -> window.find(".tree-table-view").requestFocus());
      window.shortcut(KeyCode.J);
      window.await(".history-card");
      Toolkit.until(() -> window.find(".activity #close").isFocused());
      window.tabTo(".history-card .link");

      window.press(KeyCode.ESCAPE);

      Toolkit.until(() -> !window.has(".activity"));
      Toolkit.until(() -> window.find(".tree-table-view").isFocused());
    }
  }

  @Test
  void germansReadWhatFailedAndItIsNeverCut() {
    try (InLocale _ = InLocale.of(Locale.GERMANY);
        CommandWindow window = CommandWindow.open(Setup.USUAL.with(noNetwork))) {
      failToInstall(window);
      window.shortcut(KeyCode.J);
      window.await(".task-card");
      window.photograph("german-activity-failed");
      assertThat(window.words(".toast"))
          .startsWith("Gescheitert: Python erreicht den Paketindex nicht");
    }
  }

  private void failToInstall(CommandWindow window) {
    window.shortcut(KeyCode.N);
    window.type("pandas ");
    window.tabTo("#primary");
    window.press(KeyCode.ENTER);
    window.press(KeyCode.ESCAPE);
    closed.countDown();
    Toolkit.until(() -> !window.window().tasks().failed().isEmpty());
    Toolkit.frames(4);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pressActivity(CommandWindow window) {
    Toolkit.run(() -> ((Button) window.find(".activity-button")).fire());
    window.await(".activity");
  }

  /** What is under the panel cannot be read. */
  private static void assertBeside(CommandWindow window, String page) {
    assertThat(bounds(window, page).getMaxX())
        .isLessThanOrEqualTo(bounds(window, ".activity").getMinX());
  }

  private static Bounds bounds(CommandWindow window, String selector) {
    return Toolkit.call(
        () -> {
          Node node = window.find(selector);
          return node.localToScene(node.getLayoutBounds());
        });
  }
}
