package io.github.sandboxcache.ui.dialogs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.ui.Screenshots;
import io.github.sandboxcache.ui.Toolkit;
import io.github.sandboxcache.ui.dialogs.CommandWindow.Setup;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Guards that the window's work is done without a mouse. Nothing here is clicked or called. */
class KeyboardWalkTest {
  @Test
  void packagesAreInstalledByKeys() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      window.shortcut(KeyCode.F);
      Node before = focused(window);
      window.shortcut(KeyCode.N);
      window.type("pandas polars ");
      window.tabTo("#primary");
      picture(window, "keys-install");
      window.press(KeyCode.ENTER);
      window.await(".install-dialog");
      Toolkit.until(() -> window.find("#primary").isVisible());
      window.press(KeyCode.ESCAPE);

      assertThat(window.has(".install-dialog")).isFalse();
      assertThat(focused(window)).isEqualTo(before);
    }
  }

  /** Whoever opens the dialog types on; the next frame may be far away. */
  @Test
  void thePackagesHaveTheKeyboardBeforeTheNextFrame() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      Toolkit.run(() -> window.commands().install());

      assertThat(focused(window).getStyleClass()).contains("package-entry");
    }
  }

  @Test
  void aPruneIsStartedAndTakenBackByKeys() {
    Setup setup = Setup.USUAL.countingDown(Duration.ofMinutes(10));
    try (CommandWindow window = CommandWindow.open(setup)) {
      int before = window.cachedImages();
      window.shortcut(KeyCode.P);
      picture(window, "keys-prune");
      window.press(KeyCode.ENTER);
      window.await(".toast");
      picture(window, "keys-undo");
      window.shortcut(KeyCode.Z);

      Toolkit.until(() -> window.window().context().going().references().isEmpty());
      assertThat(window.cachedImages()).isEqualTo(before);
    }
  }

  @Test
  void theAreasAreReachedInTheirOrderAndRoundAgain() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      window.shortcut(KeyCode.F);
      Node search = focused(window);
      window.press(KeyCode.F6);
      window.press(KeyCode.DOWN);
      assertThat(focused(window).getStyleClass()).contains("images");
      picture(window, "keys-table");
      window.press(KeyCode.F6);
      assertThat(Toolkit.call(() -> isWithin(focusOwner(window), ".usage"))).isTrue();
      picture(window, "keys-usage");
      window.press(KeyCode.F6);
      assertThat(Toolkit.call(() -> isWithin(focusOwner(window), ".status-bar"))).isTrue();
      picture(window, "keys-status");
      window.press(KeyCode.F6);

      assertThat(focused(window)).isEqualTo(search);
    }
  }

  @Test
  void theListOfKeysNamesThemAndGivesTheFocusBack() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      window.shortcut(KeyCode.F);
      Node before = focused(window);
      window.press(KeyCode.F1);
      window.await(".keys-dialog");
      window.photograph("keys");
      assertThat(
              Toolkit.call(
                  () ->
                      window.find(".keys-dialog").lookupAll(".key").stream()
                          .map(node -> ((Label) node).getText())
                          .toList()))
          .contains("F1", "F5", "F6", "Ctrl+F")
          .doesNotHaveDuplicates();
      window.press(KeyCode.ESCAPE);
      assertThat(window.has(".keys-dialog")).isFalse();
      assertThat(focused(window)).isEqualTo(before);

      window.shortcut(KeyCode.SLASH);
      assertThat(window.has(".keys-dialog")).isTrue();
    }
  }

  private static void picture(CommandWindow window, String name) {
    Toolkit.frames(4);
    Screenshots.take(window.scene(), name);
  }

  private static Node focused(CommandWindow window) {
    return Toolkit.call(() -> focusOwner(window));
  }

  private static Node focusOwner(CommandWindow window) {
    return window.scene().getFocusOwner();
  }

  private static boolean isWithin(Node node, String selector) {
    Node area = node.getScene().lookup(selector);
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(area)) {
        return true;
      }
    }
    return false;
  }
}
