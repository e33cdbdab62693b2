package io.github.sandboxcache.ui.dialogs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.install.InstallResult;
import io.github.sandboxcache.install.Installer;
import io.github.sandboxcache.port.EngineAttempt;
import io.github.sandboxcache.port.EngineAttempt.Failure;
import io.github.sandboxcache.port.EngineAttempt.Source;
import io.github.sandboxcache.port.EngineConnector;
import io.github.sandboxcache.sample.SampleCache;
import io.github.sandboxcache.sandboxlog.FollowedLogState;
import io.github.sandboxcache.sandboxlog.FollowedLogState.Problem;
import io.github.sandboxcache.settings.UsageSettings;
import io.github.sandboxcache.task.Progress;
import io.github.sandboxcache.ui.FakeLogs;
import io.github.sandboxcache.ui.Toolkit;
import io.github.sandboxcache.ui.dialogs.CommandWindow.Setup;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/**
 * What the commands put up, reached by keyboard and photographed; guards that nothing sticks out of
 * the least window.
 */
class DialogScreensTest {
  private static final Duration LONG = Duration.ofMinutes(10);
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
      window.type("pandas polars -o ");
      window.photograph("install-bad-package");
      assertThat(isDisabled(window, "#primary")).isTrue();
      window.press(KeyCode.BACK_SPACE);
      assertThat(isDisabled(window, "#primary")).isFalse();
      window.photograph("install-ready");
      window.tabTo("#primary");
      window.press(KeyCode.ENTER);
      window.await(".log-lines");
      Toolkit.frames(20);
      window.photograph("install-running");
      finish.countDown();
      window.await("#primary");
      window.photograph("install-done");
      assertStandsInside(window, ".install-dialog");
    }
  }

  @Test
  void aFailedInstallShowsThePackageManagersLines() {
    Installer installer =
        (_, listener, _) -> {
          PIP_FAILS.forEach(listener::onLine);
          return InstallResult.failed(Duration.ofSeconds(6), PIP_FAILS.subList(3, 5));
        };
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(installer))) {
      window.shortcut(KeyCode.N);
      window.type("scipy==1.14.1 networkx pyarow ");
      window.tabTo("#primary");
      window.press(KeyCode.ENTER);
      window.await(".log-lines");
      window.await("#primary");
      window.photograph("install-failed");
      assertStandsInside(window, ".install-dialog");
      window.press(KeyCode.ESCAPE);
      window.shortcut(KeyCode.J);
      window.photograph("activity-failed");
      assertThat(window.has(".task-card")).isTrue();
    }
  }

  @Test
  void aPruneIsPreviewedCountsDownAndIsTakenBack() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.countingDown(LONG))) {
      int before = window.cachedImages();
      window.shortcut(KeyCode.P);
      window.photograph("prune-preview");
      assertStandsInside(window, ".prune-preview");
      window.press(KeyCode.ENTER);
      window.shortcut(KeyCode.J);
      window.await(".toast");
      window.photograph("prune-undo");
      assertThat(Toolkit.call(() -> window.window().context().going().references())).hasSize(21);
      window.shortcut(KeyCode.Z);
      Toolkit.until(() -> window.window().context().going().references().isEmpty());
      assertThat(window.cachedImages()).isEqualTo(before);
    }
  }

  @Test
  void whatIsDoneStandsInActivity() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.countingDown(Duration.ZERO))) {
      window.shortcut(KeyCode.P);
      window.press(KeyCode.ENTER);
      window.shortcut(KeyCode.J);
      window.await(".task-card");
      Toolkit.until(() -> window.window().context().going().references().isEmpty());
      window.photograph("activity-done");
      assertThat(window.cachedImages()).isEqualTo(21);
    }
  }

  @Test
  void clearIsAskedAboutAndEnterCancels() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.countingDown(LONG))) {
      Toolkit.run(() -> clear(window));
      Toolkit.frames(4);
      window.photograph("clear");
      assertStandsInside(window, ".clear-dialog");
      window.press(KeyCode.ENTER);
      assertThat(window.has(".clear-dialog")).isFalse();
      assertThat(Toolkit.call(() -> window.window().context().going().references())).isEmpty();
    }
  }

  @Test
  void withoutAnEngineThePageSaysWhatWasTried() {
    EngineConnector connector = _ -> new EngineConnector.Outcome.NoEngine(attempts());
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(connector))) {
      window.await(".no-engine");
      window.photograph("no-engine");
      Toolkit.run(() -> press(window, "#choose"));
      Toolkit.frames(4);
      window.type("tcp://build-host:2375");
      window.press(KeyCode.ENTER);
      window.await("#problem");
      window.photograph("choose-engine");
      assertStandsInside(window, ".choose-engine");
    }
  }

  @Test
  void anEmptyCacheSaysHowItFills() {
    SampleCache full = SampleCache.believable(Instant.now());
    SampleCache empty =
        new SampleCache(
            full.images().stream()
                .filter(i -> i.references().stream().anyMatch(r -> r.endsWith(":base")))
                .toList(),
            List.of());
    try (CommandWindow window = CommandWindow.open(empty, Setup.USUAL)) {
      window.await(".empty-page");
      window.photograph("empty");
    }
  }

  @Test
  void settingsSayWhatIsWrong() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      window.shortcut(KeyCode.COMMA);
      window.photograph("settings");
      assertStandsInside(window, ".settings-dialog");
    }
  }

  @Test
  void aLedgerThatWasSetAsideIsTold() {
    Path aside = Path.of("/home/dev/.local/share/sandbox-cache/usage.db.damaged-20261122T120000Z");
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.withLedgerSetAside(aside))) {
      window.await(".toast");
      window.photograph("ledger-set-aside");
      assertStandsInside(window, ".toast");
    }
  }

  @Test
  void settingsTellWhatWasFoundInEachFollowedLog() {
    Instant read = Instant.now().minusSeconds(7);
    String glob = "~/.config/Claude/logs/mcp*.log";
    FakeLogs logs =
        new FakeLogs()
            .tell(
                new FollowedLogState(
                    "/var/log/sandbox/mcp.log",
                    "/var/log/sandbox/mcp.log",
                    48_210,
                    1_312,
                    3,
                    Optional.of(read),
                    Optional.empty()),
                new FollowedLogState(
                    glob,
                    "/home/dev/.config/Claude/logs/mcp-server-code-sandbox.log",
                    912,
                    40,
                    0,
                    Optional.of(read.minusSeconds(7_200)),
                    Optional.empty()),
                new FollowedLogState(
                    glob,
                    "/home/dev/.config/Claude/logs/mcp.log",
                    0,
                    0,
                    0,
                    Optional.empty(),
                    Optional.of(Problem.UNREADABLE)));
    UsageSettings usage = new UsageSettings(List.of("/var/log/sandbox/mcp.log", glob), 400);
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(usage, logs))) {
      window.shortcut(KeyCode.COMMA);
      window.await(".followed-log");
      window.photograph("settings-logs");
      assertThat(window.has(".followed-log .danger")).isTrue();
      assertStandsInside(window, ".settings-dialog");
    }
  }

  @Test
  void theChipLeadsToHelpAndToTheAppItself() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      Toolkit.run(() -> window.commands().showHelp());
      Toolkit.frames(4);
      window.photograph("help");
      assertStandsInside(window, ".help-dialog");
      window.press(KeyCode.ESCAPE);
      Toolkit.run(() -> window.commands().showAbout());
      Toolkit.frames(4);
      window.photograph("about");
      assertStandsInside(window, ".about-dialog");
      Toolkit.run(() -> press(window, ".about-dialog #copy"));
      assertThat(Toolkit.call(() -> ((Label) window.find(".about-dialog #foot")).getText()))
          .startsWith("Copied.");
    }
  }

  private static List<EngineAttempt> attempts() {
    return List.of(
        new EngineAttempt("DOCKER_HOST", Source.ENVIRONMENT, Failure.NOT_SET, ""),
        new EngineAttempt("/var/run/docker.sock", Source.DOCKER_SOCKET, Failure.NOT_ALLOWED, ""),
        new EngineAttempt(
            System.getProperty("user.home") + "/.docker/desktop/docker.sock",
            Source.DOCKER_DESKTOP,
            Failure.NOT_RUNNING,
            ""),
        new EngineAttempt(
            "/run/user/1000/docker.sock", Source.DOCKER_ROOTLESS, Failure.NOT_THERE, ""),
        new EngineAttempt(
            "/run/user/1000/podman/podman.sock", Source.PODMAN_SOCKET, Failure.NOT_THERE, ""));
  }

  private static void clear(CommandWindow window) {
    press(window, ".quiet-danger");
  }

  private static void press(CommandWindow window, String selector) {
    if (window.find(selector) instanceof Button button) {
      button.fire();
    }
  }

  private static boolean isDisabled(CommandWindow window, String selector) {
    return Toolkit.call(() -> window.find(selector).isDisabled());
  }

  /** After the last picture the window has its least size. */
  private static void assertStandsInside(CommandWindow window, String selector) {
    Toolkit.run(
        () -> {
          Region part = (Region) window.find(selector);
          var bounds = part.localToScene(part.getLayoutBounds());
          assertThat(bounds.getMinX()).isNotNegative();
          assertThat(bounds.getMinY()).isNotNegative();
          assertThat(bounds.getMaxX()).isLessThanOrEqualTo(window.scene().getWidth());
          assertThat(bounds.getMaxY()).isLessThanOrEqualTo(window.scene().getHeight());
        });
  }
}
