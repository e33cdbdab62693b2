package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.engine.EnginePlace;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.Settings.Theme;
import io.github.sandboxcache.testing.NoonClock;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** Guards that the engines of this machine can be seen and chosen by keys. */
class ChooseEngineScreensTest {
  private static final List<EnginePlace> PLACES =
      List.of(
          new EnginePlace("tcp://build-host:2375", "tcp://build-host:2375", Source.CONTEXT, "ci"),
          new EnginePlace(
              "unix:///var/run/docker.sock", "/var/run/docker.sock", Source.DOCKER_SOCKET, ""),
          new EnginePlace(
              "unix:///run/user/1000/podman/podman.sock",
              "/run/user/1000/podman/podman.sock",
              Source.PODMAN_SOCKET,
              ""));

  @Test
  void eachEngineSaysWhetherItAnswersAndIsChosenByKeys() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(connector()))) {
      Toolkit.run(window.commands()::chooseEngine);
      window.await(".choose-engine");
      window.await(".engine-place .state-danger");
      window.photograph("choose-engine-list");
      window.assertStandsInside(".choose-engine");
      assertThat(window.words(".engine-places"))
          .contains("ci", "tcp://build-host:2375", "Not running", "Docker", "Podman");

      Toolkit.run(() -> ((ListView<?>) window.find(".engine-places")).requestFocus());
      window.press(KeyCode.DOWN);
      assertThat(Toolkit.call(() -> ((TextField) window.find("#uri")).getText()))
          .isEqualTo(PLACES.getFirst().address());
    }
  }

  @Test
  void theEnginesNameOpensAMenuOfTheEnginesThatThereAre() {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      try (CommandWindow window =
          CommandWindow.open(
              Setup.USUAL.with(connector()).withSettings(Settings.DEFAULT.withTheme(theme)))) {
        MenuButton chip = (MenuButton) window.find("#chip");
        Toolkit.run(chip::requestFocus);
        window.press(KeyCode.SPACE);
        Toolkit.until(
            () -> engines(chip).stream().anyMatch(words -> words.contains("Not running")));
        Toolkit.frames(4);
        Screenshots.take(menu(), "engine-menu-" + theme.name().toLowerCase(Locale.ROOT));

        assertThat(engines(chip))
            .hasSize(3)
            .contains("ci \u00b7 Not running \u00b7 tcp://build-host:2375")
            .anyMatch(words -> words.startsWith("Podman \u00b7 Sample data"));
      }
    }
  }

  private static Scene menu() {
    return Toolkit.call(
        () ->
            Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(Window::getScene)
                .findFirst()
                .orElseThrow());
  }

  private static List<String> engines(MenuButton chip) {
    return Toolkit.call(
        () ->
            chip.getItems().stream()
                .filter(item -> item.getStyleClass().contains("engine-item"))
                .map(MenuItem::getText)
                .toList());
  }

  private static EngineConnector connector() {
    SampleCache cache = SampleCache.believable(TestWindow.NOW);
    return new EngineConnector() {
      @Override
      public Outcome connect(Optional<String> chosenUri) {
        return chosenUri.filter(uri -> uri.startsWith("tcp:")).isPresent()
            ? new Outcome.NoEngine(
                List.of(
                    new EngineAttempt(
                        "tcp://build-host:2375", Source.CHOSEN, Failure.NOT_RUNNING, "refused")))
            : new Outcome.Connected(new SampleEngine(cache, NoonClock.started(), Duration.ZERO));
      }

      @Override
      public List<EnginePlace> places() {
        return PLACES;
      }
    };
  }
}
