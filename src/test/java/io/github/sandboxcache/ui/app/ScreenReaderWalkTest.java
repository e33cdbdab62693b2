package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Guards that the window's work is done by keys alone and by what a screen reader says of them. */
class ScreenReaderWalkTest {
  private static final int MAX_STOPS = 120;

  @Test
  void everyStopOnTheWayThroughTheWindowSaysWhatItIs() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      window.shortcut(KeyCode.F);
      List<String> heard = around(window);

      assertThat(heard).noneMatch(words -> words.startsWith(" ")).doesNotHaveDuplicates();
      assertThat(heard)
          .hasSizeLessThan(MAX_STOPS)
          .startsWith("Search packages, keys, languages (text field)")
          .contains(
              "Install… (button)", "Clear… (button)", "Settings (button)", "Activity (button)")
          .anyMatch(words -> words.startsWith("Prune 21 · frees"))
          .anyMatch(words -> words.matches("Python, 14 images, 2.83.GB, hit rate 87.% .*"));
    }
  }

  @Test
  void anImageIsFoundRemovedAndBroughtBackByWhatIsHeard() {
    try (CommandWindow window =
        CommandWindow.open(Setup.USUAL.countingDown(Duration.ofMinutes(10)))) {
      window.shortcut(KeyCode.F);
      window.type("duckdb");
      window.press(KeyCode.DOWN);
      assertThat(heard(window)).startsWith("mcp-sandbox-python:0e1962af5493, duckdb, 68");
      window.press(KeyCode.DELETE);
      window.await(".toast");
      assertThat(Toolkit.call(() -> window.window().tasks().removing())).hasSize(1);

      window.shortcut(KeyCode.Z);
      Toolkit.until(() -> window.window().tasks().removing().isEmpty());
      assertThat(heard(window)).startsWith("mcp-sandbox-python:0e1962af5493, duckdb, 68");
    }
  }

  @Test
  void settingsAreChangedByWhatIsHeard() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      window.shortcut(KeyCode.COMMA);
      window.await(".settings-dialog");
      assertThat(around(window))
          .hasSizeLessThan(MAX_STOPS)
          .noneMatch(words -> words.startsWith(" "))
          .doesNotHaveDuplicates()
          .contains("Engine: Address (text field)", "Base images: Python (text field)")
          .anyMatch(words -> words.endsWith(": Once a day (check box)"))
          .anyMatch(words -> words.startsWith("Archives: Keep for, days"));

      tabTo("Undo delay", window);
      window.shortcut(KeyCode.A);
      window.type("7");
      window.press(KeyCode.ENTER);
      Toolkit.until(() -> !window.has(".settings-dialog"));

      assertThat(window.settings().current().undoCountdown()).isEqualTo(Duration.ofSeconds(7));
      assertThat(heard(window)).isNotBlank();
    }
  }

  /** Goes on until something is heard that begins so. */
  private static void tabTo(String words, CommandWindow window) {
    for (int i = 0; i < MAX_STOPS && !heard(window).startsWith(words); i++) {
      window.press(KeyCode.TAB);
    }
    assertThat(heard(window)).startsWith(words);
  }

  /** What is heard at each stop of Tab until it comes back to where it began. */
  private static List<String> around(CommandWindow window) {
    Node begin = Toolkit.call(() -> window.scene().getFocusOwner());
    List<String> heard = new ArrayList<>();
    do {
      heard.add(heard(window));
      window.press(KeyCode.TAB);
    } while (!begin.equals(Toolkit.call(() -> window.scene().getFocusOwner()))
        && heard.size() < MAX_STOPS);
    return heard;
  }

  private static String heard(CommandWindow window) {
    return Toolkit.call(() -> Spoken.focus(window.scene()));
  }
}
