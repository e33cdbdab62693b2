package io.github.sandboxcache.ui.dialogs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.port.EngineAttempt;
import io.github.sandboxcache.port.EngineAttempt.Failure;
import io.github.sandboxcache.port.EngineAttempt.Source;
import io.github.sandboxcache.port.EngineConnector;
import io.github.sandboxcache.sample.SampleCache;
import io.github.sandboxcache.sandboxlog.FollowedLogState;
import io.github.sandboxcache.sandboxlog.FollowedLogState.Problem;
import io.github.sandboxcache.settings.UsageSettings;
import io.github.sandboxcache.ui.FakeLogs;
import io.github.sandboxcache.ui.Toolkit;
import io.github.sandboxcache.ui.dialogs.CommandWindow.Setup;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/**
 * What the commands put up, reached by keyboard and photographed; guards that nothing sticks out of
 * the least window.
 */
class DialogScreensTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  @Test
  void aPruneIsPreviewedCountsDownAndIsTakenBack() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.countingDown(LONG))) {
      int before = window.cachedImages();
      window.shortcut(KeyCode.P);
      window.photograph("prune-preview");
      window.assertStandsInside(".prune-preview");
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
      window.assertStandsInside(".clear-dialog");
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
      window.assertStandsInside(".choose-engine");
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
      window.assertStandsInside(".settings-dialog");
    }
  }

  @Test
  void aLedgerThatWasSetAsideIsTold() {
    Path aside = Path.of("/home/dev/.local/share/sandbox-cache/usage.db.damaged-20261122T120000Z");
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.withLedgerSetAside(aside))) {
      window.await(".toast");
      window.photograph("ledger-set-aside");
      window.assertStandsInside(".toast");
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
      window.assertStandsInside(".settings-dialog");
    }
  }

  @Test
  void theChipLeadsToHelpAndToTheAppItself() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      Toolkit.run(() -> window.commands().showHelp());
      Toolkit.frames(4);
      window.photograph("help");
      window.assertStandsInside(".help-dialog");
      window.press(KeyCode.ESCAPE);
      Toolkit.run(() -> window.commands().showAbout());
      Toolkit.frames(4);
      window.photograph("about");
      window.assertStandsInside(".about-dialog");
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
}
