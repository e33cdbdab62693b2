package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Activity tells what was done before this start, and nothing of it twice. */
class HistoryScreensTest {
  private static CommandWindow open(Setup setup) {
    CommandWindow window = CommandWindow.open(setup);
    window.shortcut(KeyCode.J);
    return window;
  }

  @Test
  void whatWasDoneBeforeStandsInActivity() {
    try (CommandWindow window = open(Setup.USUAL)) {
      window.await(".history-card");
      window.photograph("history");
      assertThat(window.words(".history"))
          .contains("History", "Today", "Removed bevy 0.14.2", "as announced", "mlflow 2.17")
          .contains("Pruned 6 images", "kept for 400 days", "Export…");
      window.tabTo(".history-foot #export");
    }
  }

  @Test
  void germansReadIt() {
    try (var _ = InLocale.of(Locale.GERMANY);
        CommandWindow window = open(Setup.USUAL)) {
      window.await(".history-card");
      window.photograph("german-history");
      assertThat(window.words(".history")).contains("Verlauf", "Heute", "wie angekündigt");
    }
  }

  @Test
  void whatIsDoneNowIsToldOnce() {
    try (CommandWindow window = open(Setup.USUAL.countingDown(Duration.ZERO))) {
      window.shortcut(KeyCode.P);
      window.press(KeyCode.ENTER);
      window.awaitWords(".history", "Pruned 21 images");
      window.photograph("history-after-prune");
      assertThat(window.words(".activity").stream().filter("Pruned 21 images"::equals)).hasSize(1);
    }
  }

  @Test
  void activityOpensWithoutAnEngine() {
    EngineConnector none = _ -> new EngineConnector.Outcome.NoEngine(List.of());
    try (CommandWindow window = open(Setup.USUAL.with(none))) {
      window.await(".activity");
      assertThat(window.words(".activity")).contains("Activity");
    }
  }
}
