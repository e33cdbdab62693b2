package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Suggestions while package names and addresses of engines are typed. */
class SuggestionKeysTest {
  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void aSuggestionIsTakenByDownAndEnter(Settings.Theme theme) {
    try (CommandWindow window = installing(theme)) {
      window.type("pand");
      Toolkit.until(() -> popup().isPresent());
      Toolkit.frames(4);
      Screenshots.take(
          Toolkit.call(() -> popup().orElseThrow().getScene()), "suggestions-" + theme);
      assertThat(typed(window)).isEqualTo("pand");

      window.press(KeyCode.DOWN);
      window.press(KeyCode.ENTER);

      assertThat(typed(window)).isEqualTo("pandas");
      assertThat(chips(window)).isEmpty();
      Toolkit.until(() -> popup().isEmpty());
    }
  }

  /** Whoever did not go into the list has typed what was meant. */
  @Test
  void enterAloneAddsWhatWasTyped() {
    try (CommandWindow window = installing(Settings.Theme.LIGHT)) {
      window.type("pand");
      Toolkit.until(() -> popup().isPresent());

      window.press(KeyCode.ENTER);

      assertThat(chips(window)).containsExactly("pand");
      Toolkit.until(() -> popup().isEmpty());
    }
  }

  @Test
  void escapeInTheListClosesTheListAlone() {
    try (CommandWindow window = installing(Settings.Theme.LIGHT)) {
      window.type("pand");
      Toolkit.until(() -> popup().isPresent());
      window.press(KeyCode.DOWN);

      window.press(KeyCode.ESCAPE);

      assertThat(popup()).isEmpty();
      assertThat(window.has(".install-dialog")).isTrue();
      assertThat(typed(window)).isEqualTo("pand");
    }
  }

  @Test
  void escapeBesideTheListClosesTheDialogWithIt() {
    try (CommandWindow window = installing(Settings.Theme.LIGHT)) {
      window.type("pand");
      Toolkit.until(() -> popup().isPresent());

      window.press(KeyCode.ESCAPE);

      assertThat(window.has(".install-dialog")).isFalse();
      assertThat(popup()).isEmpty();
    }
  }

  @Test
  void theListHasTheColoursOfItsWindow() {
    assertThat(ground(Settings.Theme.LIGHT).getBrightness()).isGreaterThan(0.9);
    assertThat(ground(Settings.Theme.DARK).getBrightness()).isLessThan(0.3);
  }

  @Test
  void addressesOfEnginesAreSuggested() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      Toolkit.run(window.commands()::chooseEngine);
      window.await(".choose-engine");

      window.type("npi");
      Toolkit.until(() -> popup().isPresent());
      window.press(KeyCode.DOWN);
      window.press(KeyCode.ENTER);

      assertThat(Toolkit.call(() -> ((TextField) window.find("#uri")).getText()))
          .isEqualTo("npipe:////./pipe/docker_engine");
      assertThat(window.has(".choose-engine")).isTrue();
    }
  }

  private static Color ground(Settings.Theme theme) {
    try (CommandWindow window = installing(theme)) {
      window.type("pand");
      Toolkit.until(() -> popup().isPresent());
      Toolkit.frames(4);
      return Toolkit.call(
          () -> {
            ListView<?> list = (ListView<?>) popup().orElseThrow().getScene().lookup(".list-view");
            return (Color) list.getBackground().getFills().getLast().getFill();
          });
    }
  }

  private static CommandWindow installing(Settings.Theme theme) {
    CommandWindow window =
        CommandWindow.open(Setup.USUAL.withSettings(Setup.USUAL.settings().withTheme(theme)));
    Toolkit.run(window.commands()::install);
    window.await(".install-dialog");
    return window;
  }

  private static String typed(CommandWindow window) {
    return Toolkit.call(() -> ((TextField) window.find(".package-entry")).getText());
  }

  private static List<String> chips(CommandWindow window) {
    return Toolkit.call(
        () ->
            window.find(".package-field").lookupAll(".package-chip > .label").stream()
                .map(SuggestionKeysTest::text)
                .toList());
  }

  private static String text(Node label) {
    return ((Label) label).getText();
  }

  private static Optional<PopupWindow> popup() {
    return Window.getWindows().stream()
        .filter(PopupWindow.class::isInstance)
        .map(PopupWindow.class::cast)
        .filter(popup -> popup.getScene().lookup(".auto-complete-popup") != null)
        .findFirst();
  }
}
