package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.archives.ArchiveSettings;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.removal.RemovalPolicy.KeepNewest;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.Settings.Theme;
import io.github.sandboxcache.domain.settings.SettingsTrouble;
import io.github.sandboxcache.domain.settings.SettingsTrouble.Kind;
import io.github.sandboxcache.domain.settings.UsageSettings;
import io.github.sandboxcache.domain.usage.FollowedLogState;
import io.github.sandboxcache.domain.usage.FollowedLogState.Problem;
import io.github.sandboxcache.domain.usage.SkipReason;
import io.github.sandboxcache.testing.KeptArchives;
import io.github.sandboxcache.testing.NoonClock;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/**
 * What the commands put up says what it has to, in pictures in which all words can be read and
 * nothing sticks out of the least window.
 */
class DialogScreensTest {
  private static final double MARGIN = 24;

  private static final Duration LONG = Duration.ofMinutes(10);

  @Test
  void aPruneIsPreviewedCountsDownAndIsTakenBack() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.countingDown(LONG))) {
      int before = window.cachedImages();
      window.shortcut(KeyCode.P);
      window.photograph("prune-preview");
      window.assertStandsInside(".prune-preview");
      assertThat(window.words(".prune-preview"))
          .contains("Prune", "Remove 21", "Keep 21", "All 42", "Prune 21 images");
      window.press(KeyCode.ENTER);
      window.shortcut(KeyCode.J);
      window.await(".toast");
      window.photograph("prune-undo");
      assertThat(window.words(".toast"))
          .contains("Undo")
          .anyMatch(words -> words.matches("Removing 21 images in [0-9]+ s"));
      assertThat(window.words(".task-card")).contains("Prune 21 images", "Undo");
      assertThat(Toolkit.call(() -> window.window().tasks().removing())).hasSize(21);
      window.shortcut(KeyCode.Z);
      Toolkit.until(() -> window.window().tasks().removing().isEmpty());
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
      Toolkit.until(() -> window.window().tasks().removing().isEmpty());
      window.awaitWords(".task-card", "Pruned 21 images");
      window.photograph("activity-done");
      assertThat(window.words(".task-card")).anyMatch(words -> words.startsWith("Freed "));
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
      assertThat(window.words(".clear-dialog"))
          .contains("Clear 38 images?", "Clear 38 images", "Cancel")
          .anyMatch(words -> words.contains("in use by the container"))
          .anyMatch(words -> words.startsWith("The 2 base images are kept"));
      window.press(KeyCode.ENTER);
      assertThat(window.has(".clear-dialog")).isFalse();
      assertThat(Toolkit.call(() -> window.window().tasks().removing())).isEmpty();
    }
  }

  @Test
  void withoutAnEngineThePageSaysWhatWasTried() {
    EngineConnector connector = _ -> new EngineConnector.Outcome.NoEngine(attempts());
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(connector))) {
      window.await(".no-engine");
      window.photograph("no-engine");
      assertThat(window.words(".attempts"))
          .contains(
              "DOCKER_HOST",
              "/var/run/docker.sock",
              "~/.docker/desktop/docker.sock",
              "/run/user/1000/docker.sock",
              "/run/user/1000/podman/podman.sock",
              "Not set",
              "Not allowed",
              "Not running",
              "Not there");
      Toolkit.run(() -> press(window, "#choose"));
      Toolkit.frames(4);
      window.type("tcp://build-host:2375");
      window.press(KeyCode.ENTER);
      window.await("#problem");
      window.photograph("choose-engine");
      assertThat(window.words("#problem")).isNotEmpty();
      window.assertStandsInside(".choose-engine");
    }
  }

  @Test
  void anEmptyCacheSaysHowItFills() {
    SampleCache full = SampleCache.believable(NoonClock.started().instant());
    SampleCache empty =
        new SampleCache(
            full.images().stream()
                .filter(i -> i.references().stream().anyMatch(r -> r.endsWith(":base")))
                .toList(),
            List.of());
    try (CommandWindow window = CommandWindow.open(empty, Setup.USUAL)) {
      window.await(".empty-page");
      window.photograph("empty");
      assertThat(window.words(".empty-page"))
          .contains("The cache is empty", "Install packages…", "Explore sample data")
          .anyMatch(words -> words.contains("when a sandbox run needs packages"));
    }
  }

  @Test
  void settingsSayWhatIsWrong() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      window.shortcut(KeyCode.COMMA);
      window.photograph("settings");
      window.assertStandsInside(".settings-dialog");
      Toolkit.run(() -> ((TextField) window.find("#KEEP .text-field")).setText("many"));
      Toolkit.frames(4);
      window.photograph("settings-wrong");
      assertThat(window.words(".settings-dialog")).anyMatch(words -> words.contains("0 to 999"));
      assertThat(Toolkit.call(() -> window.find("#save").isDisabled())).isTrue();
    }
  }

  @Test
  void aLedgerThatWasSetAsideIsTold() {
    Path aside = Path.of("/home/dev/.local/share/sandbox-cache/usage.db.damaged-20261122T120000Z");
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.withLedgerSetAside(aside))) {
      window.await(".toast");
      window.photograph("ledger-set-aside");
      window.assertStandsInside(".toast");
      assertThat(String.join(" ", window.words(".toast")).replace("\n", " "))
          .contains("was damaged or not ours")
          .contains(aside.toString());
    }
  }

  @Test
  void aNumberToKeepThatIsNotKnownIsToldAndAskedForAndPruneTakesNothing() {
    Path file = Path.of("/home/dev/.config/sandbox-cache/settings.json");
    SettingsTrouble trouble =
        new SettingsTrouble(Kind.VALUE, file, "keepNewestPerLanguage", "\"many\"");
    Settings settings = Settings.DEFAULT.withKeepNewest(KeepNewest.UNKNOWN_COUNT);
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.withSettings(settings, trouble))) {
      window.await(".toast");
      window.photograph("settings-not-legible");
      assertThat(String.join(" ", window.words(".toast")).replace("\n", " "))
          .contains("keepNewestPerLanguage", file.toString(), "\"many\"");
      assertThat(window.words(".header")).contains("Prune: not known");
      window.shortcut(KeyCode.P);
      window.await(".prune-trouble");
      window.photograph("prune-not-known");
      assertThat(((TextField) window.find("#NEWEST .text-field")).getText()).isEmpty();
      window.press(KeyCode.ESCAPE);
      window.shortcut(KeyCode.COMMA);
      assertThat(Toolkit.call(() -> window.find("#save").isDisabled())).isTrue();
    }
  }

  @Test
  void settingsTellWhatWasFoundInEachFollowedLog() {
    Instant read = NoonClock.started().instant().minusSeconds(7);
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
                    Map.of(SkipReason.BROKEN, 2L, SkipReason.NO_TIME, 1L),
                    Optional.of(read),
                    Optional.empty()),
                new FollowedLogState(
                    glob,
                    "/home/dev/.config/Claude/logs/mcp-server-code-sandbox.log",
                    912,
                    40,
                    0,
                    Map.of(),
                    Optional.of(read.minusSeconds(7_200)),
                    Optional.empty()),
                new FollowedLogState(
                    glob,
                    "/home/dev/.config/Claude/logs/mcp.log",
                    0,
                    0,
                    0,
                    Map.of(),
                    Optional.empty(),
                    Optional.of(Problem.UNREADABLE)));
    UsageSettings usage = new UsageSettings(List.of("/var/log/sandbox/mcp.log", glob), 400);
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(usage, logs))) {
      window.shortcut(KeyCode.COMMA);
      window.await(".followed-log");
      Toolkit.run(() -> scrollTo(window, ".settings-dialog #usage"));
      assertThat(window.words(".settings-dialog"))
          .contains("/var/log/sandbox/mcp.log", glob)
          .anyMatch(words -> words.startsWith("48,210 lines read"))
          .anyMatch(words -> words.startsWith("2 lines that are cut off"))
          .anyMatch(words -> words.startsWith("mcp-server-code-sandbox.log: 912 lines read"))
          .anyMatch(words -> words.startsWith("mcp.log: Cannot be read"));
      assertThat(window.words(".followed-log .danger"))
          .singleElement()
          .asString()
          .startsWith("mcp.log: Cannot be read");
      window.photograph("settings-logs");
      window.assertStandsInside(".settings-dialog");
    }
  }

  @Test
  void settingsTellWhatIsArchivedAndDeleteItOnceThatIsConfirmed() {
    KeptArchives archives =
        new KeptArchives()
            .with("unix:///engine", "mcp-sandbox-python:1", 1_100_000_000)
            .with("unix:///other", "mcp-sandbox-go:1", 140_000_000);
    Settings settings =
        Settings.DEFAULT.withTheme(Theme.LIGHT).withArchives(new ArchiveSettings(true, 30, 8));
    try (CommandWindow window =
        CommandWindow.open(Setup.USUAL.with(archives).withSettings(settings))) {
      window.shortcut(KeyCode.COMMA);
      window.await("#archives");
      Toolkit.run(() -> scrollTo(window, "#archives"));
      window.awaitWords("#archives", "2 archives, 1.24 GB");
      window.photograph("settings-archives");
      Toolkit.run(() -> button(window, "Delete all…").fire());
      assertThat(window.words("#archives")).contains("Delete for good", "Keep");
      window.photograph("settings-archives-asked");
      Toolkit.run(() -> button(window, "Keep").fire());
      assertThat(archives.list()).hasSize(2);
      Toolkit.run(() -> button(window, "Delete all…").fire());
      Toolkit.run(() -> button(window, "Delete for good").fire());
      window.awaitWords("#archives", "No archives");
      assertThat(archives.list()).isEmpty();
    }
  }

  /** As far down as shows all of a part of the settings. */
  private static void scrollTo(CommandWindow window, String selector) {
    ScrollPane pane = (ScrollPane) window.find(".settings-dialog .scroll-pane");
    Node content = pane.getContent();
    Node part = window.find(selector);
    double end =
        content.sceneToLocal(part.localToScene(part.getBoundsInLocal())).getMaxY() + MARGIN;
    double height = pane.getViewportBounds().getHeight();
    double most = content.getBoundsInLocal().getHeight() - height;
    pane.setVvalue(Math.clamp((end - height) / most, 0, 1));
  }

  private static Button button(CommandWindow window, String text) {
    return window.find("#archives").lookupAll(".button").stream()
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .filter(each -> each.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theChipLeadsToHelpAndToTheAppItself() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      choose(window, "What the numbers mean");
      window.photograph("help");
      window.assertStandsInside(".help-dialog");
      assertThat(window.words(".help-dialog")).contains("On disk", "Hit rate", "Time saved");
      window.press(KeyCode.ESCAPE);
      choose(window, "About Sandbox Cache");
      window.photograph("about");
      window.assertStandsInside(".about-dialog");
      assertThat(window.words(".about-dialog"))
          .contains("Sandbox Cache", "Java", "JavaFX", "Where its files are");
      Toolkit.run(() -> press(window, ".about-dialog #copy"));
      assertThat(Toolkit.call(() -> ((Label) window.find(".copied-note")).getText()))
          .matches("Copied \\d+ lines");
    }
  }

  private static void choose(CommandWindow window, String item) {
    Toolkit.run(
        () ->
            ((MenuButton) window.find(".engine-chip"))
                .getItems().stream()
                    .filter(offered -> item.equals(offered.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire());
    Toolkit.frames(4);
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
