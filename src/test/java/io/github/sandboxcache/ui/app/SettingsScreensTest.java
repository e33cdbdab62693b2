package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Guards that the settings show at once what they change, and jump about under nobody's hands. */
class SettingsScreensTest {
  private static final Settings LIGHT = Settings.DEFAULT.withTheme(Settings.Theme.LIGHT);

  private final CommandWindow window = CommandWindow.open(Setup.USUAL.withSettings(LIGHT));

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aThemeIsSeenAtOnceAndTakenBackWithTheDialog() {
    open();
    Toolkit.run(((ToggleButton) window.find("#dark"))::fire);
    assertThat(isDark()).isTrue();

    window.press(KeyCode.ESCAPE);

    assertThat(window.has(".settings-dialog")).isFalse();
    assertThat(isDark()).isFalse();
  }

  @Test
  void enterInAFieldKeepsTheSettings() {
    open();
    Toolkit.run(((ToggleButton) window.find("#dark"))::fire);
    Toolkit.run(() -> window.find("#KEEP .text-field").requestFocus());

    window.press(KeyCode.ENTER);
    Toolkit.until(() -> !window.has(".settings-dialog"));

    assertThat(isDark()).isTrue();
  }

  /** A line that comes and goes takes the next field away from under the pointer. */
  @Test
  void whatIsWrongMovesNothingBeneath() {
    open();
    double before = y("#bases");
    for (String field :
        new String[] {"#KEEP", "#COUNTDOWN", "#ENGINE", "#REGISTRY", "#CA_BUNDLE", "#MEMORY"}) {
      Toolkit.run(() -> ((TextField) window.find(field + " .text-field")).setText("ftp://nowhere"));
    }
    Toolkit.frames(4);

    assertThat(window.words("#KEEP")).contains("Enter a whole number from 0 to 999.");
    assertThat(window.words("#ENGINE")).anyMatch(words -> words.startsWith("Enter unix:///path"));
    assertThat(y("#bases")).isEqualTo(before);
  }

  private void open() {
    window.shortcut(KeyCode.COMMA);
    window.await(".settings-dialog");
    Toolkit.frames(4);
  }

  private boolean isDark() {
    return Toolkit.call(() -> window.find(".header").getScene().getRoot().getStyleClass())
        .contains("dark");
  }

  private double y(String selector) {
    return Toolkit.call(
        () -> {
          Node node = window.find(selector);
          return node.localToScene(node.getLayoutBounds()).getMinY();
        });
  }
}
