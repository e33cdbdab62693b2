package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Guards that the window's work is done without a mouse. */
class KeyboardWalkTest {
  @Test
  void packagesAreInstalledByKeys() {
    BlockingQueue<InstallRequest> asked = new LinkedBlockingQueue<>();
    Installer installer =
        (request, _, _) -> {
          asked.add(request);
          return InstallResult.installed(request, Duration.ofSeconds(14));
        };
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.with(installer))) {
      window.shortcut(KeyCode.F);
      Node before = focused(window);
      window.shortcut(KeyCode.N);
      window.type("pandas polars ");
      window.tabTo("#primary");
      picture(window, "keys-install");
      assertThat(asked).isEmpty();
      window.press(KeyCode.ENTER);
      window.awaitWords(".install-dialog", "Installed pandas, polars");
      window.press(KeyCode.ESCAPE);

      assertThat(asked)
          .extracting(InstallRequest::language, InstallRequest::packages)
          .containsExactly(tuple(Language.PYTHON, List.of("pandas", "polars")));
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
      assertThat(Toolkit.call(() -> window.window().tasks().removing())).hasSize(21);
      window.shortcut(KeyCode.Z);

      Toolkit.until(() -> window.window().tasks().removing().isEmpty());
      assertThat(window.cachedImages()).isEqualTo(before).isEqualTo(42);
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
