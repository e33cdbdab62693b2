package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.install.InstallProblem;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.testing.NoonClock;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Writes pictures of the dialogs and pages as a German sees them. */
class GermanDialogScreensTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  private final InLocale german = InLocale.of(Locale.GERMANY);

  @AfterEach
  void speakAsBefore() {
    german.close();
  }

  @Test
  void installs() {
    Installer installer =
        (_, listener, _) -> {
          listener.onLine("ERROR: No matching distribution found for pyarow");
          return InstallResult.failed(
              Duration.ofSeconds(6),
              List.of(
                  new InstallProblem.EngineFailed(
                      "ERROR: No matching distribution found for pyarow")));
        };
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(installer))) {
      window.shortcut(KeyCode.N);
      window.type("pandas polars -o ");
      window.photograph("german-install-bad-package");
      window.press(KeyCode.BACK_SPACE);
      window.tabTo("#primary");
      assertThat(Toolkit.call(() -> ((Button) window.find("#primary")).getText()))
          .isEqualTo("Installieren");
      window.press(KeyCode.ENTER);
      window.await(".log-lines");
      window.await("#primary");
      window.photograph("german-install-failed");
      window.press(KeyCode.ESCAPE);
      window.shortcut(KeyCode.J);
      window.photograph("german-activity");
    }
  }

  @Test
  void pruneAndClear() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.countingDown(LONG))) {
      window.shortcut(KeyCode.P);
      window.photograph("german-prune-preview");
      window.press(KeyCode.ESCAPE);
      Toolkit.run(() -> ((Button) window.find(".quiet-danger")).fire());
      Toolkit.frames(4);
      window.photograph("german-clear");
      window.press(KeyCode.ESCAPE);
      window.shortcut(KeyCode.COMMA);
      window.photograph("german-settings");
      window.press(KeyCode.ESCAPE);
      Toolkit.run(() -> window.commands().showHelp());
      Toolkit.frames(4);
      window.photograph("german-help");
      window.press(KeyCode.ESCAPE);
      Toolkit.run(() -> window.commands().showAbout());
      Toolkit.frames(4);
      window.photograph("german-about");
      window.press(KeyCode.ESCAPE);
      window.shortcut(KeyCode.P);
      window.press(KeyCode.ENTER);
      window.await(".toast");
      window.photograph("german-prune-undo");
      assertThat(window.has(".toast")).isTrue();
    }
  }

  @Test
  void pagesWithoutAnEngineAndWithoutImages() {
    EngineConnector connector =
        _ ->
            new EngineConnector.Outcome.NoEngine(
                List.of(
                    new EngineAttempt("DOCKER_HOST", Source.ENVIRONMENT, Failure.NOT_SET, ""),
                    new EngineAttempt(
                        "/var/run/docker.sock", Source.DOCKER_SOCKET, Failure.NOT_ALLOWED, ""),
                    new EngineAttempt(
                        "/run/user/1000/podman/podman.sock",
                        Source.PODMAN_SOCKET,
                        Failure.NOT_THERE,
                        "")));
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(connector))) {
      window.await(".no-engine");
      window.photograph("german-no-engine");
      Toolkit.run(() -> ((Button) window.find("#choose")).fire());
      Toolkit.frames(4);
      window.photograph("german-choose-engine");
      assertThat(window.has(".choose-engine")).isTrue();
    }
    SampleCache bases = SampleCache.believable(NoonClock.started().instant());
    SampleCache empty =
        new SampleCache(
            bases.images().stream()
                .filter(i -> i.references().stream().anyMatch(r -> r.endsWith(":base")))
                .toList(),
            List.of());
    try (CommandWindow window = CommandWindow.open(empty, Setup.USUAL)) {
      window.await(".empty-page");
      window.photograph("german-empty");
      assertThat(window.has(".empty-page")).isTrue();
    }
  }
}
