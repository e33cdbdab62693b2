package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.time.Duration;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Nobody sees the clipboard: what is copied is said for a moment, and nothing else changes. */
class CopiedScreensTest {
  private static final String NOTE = ".copied-note";

  @Test
  void aCopiedNameIsSaidAndTheKeyboardStays() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      Node table = chooseAnImage(window);

      window.shortcut(KeyCode.C);

      Label note = (Label) window.find(NOTE);
      assertThat(note.getText()).isEqualTo("Copied " + clipboard()).contains("mcp-sandbox-");
      assertThat(note.getAccessibleText()).isEqualTo(note.getText());
      assertThat(note.isFocusTraversable()).isFalse();
      assertThat(note.isMouseTransparent()).isTrue();
      assertThat(Toolkit.call(() -> window.scene().getFocusOwner())).isEqualTo(table);
      Toolkit.until(() -> !window.has(NOTE));
    }
  }

  @Test
  void itIsSeenOverADialogToo() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      Toolkit.run(window.commands()::showAbout);
      window.await(".about-dialog");
      window.tabTo(".about-dialog #copy");
      Node button = window.find(".about-dialog #copy");
      window.press(KeyCode.SPACE);

      Label note = (Label) window.find(NOTE);
      long lines = clipboard().lines().count();
      assertThat(note.getText()).isEqualTo("Copied " + lines + " lines");
      assertThat(note.getParent().getChildrenUnmodifiable()).endsWith(note);
      assertThat(Toolkit.call(() -> window.scene().getFocusOwner())).isEqualTo(button);
    }
  }

  @Test
  void theMessageThatOffersToUndoStaysInSight() {
    Setup slow = Setup.USUAL.countingDown(Duration.ofMinutes(10));
    try (CommandWindow window = CommandWindow.open(slow)) {
      Toolkit.run(window.commands()::prune);
      window.await(".toast");
      chooseAnImage(window);

      window.shortcut(KeyCode.C);
      window.photograph("copied");

      assertThat(window.has(".toast")).isTrue();
      assertThat(bounds(window, NOTE).getMaxY())
          .isLessThanOrEqualTo(bounds(window, ".toast").getMinY());
    }
  }

  @Test
  void aGermanReadsItInGerman() {
    try (InLocale _ = InLocale.of(Locale.GERMANY);
        CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      chooseAnImage(window);
      window.shortcut(KeyCode.C);

      assertThat(((Label) window.find(NOTE)).getText()).isEqualTo(clipboard() + " kopiert");
    }
  }

  private static Node chooseAnImage(CommandWindow window) {
    window.await(".tree-table-row-cell");
    TreeTableView<?> table = (TreeTableView<?>) window.find(".tree-table-view");
    Toolkit.run(
        () -> {
          table.requestFocus();
          table.getSelectionModel().clearAndSelect(2);
        });
    Toolkit.frames(2);
    return table;
  }

  private static String clipboard() {
    return Toolkit.call(() -> Clipboard.getSystemClipboard().getString());
  }

  private static Bounds bounds(CommandWindow window, String selector) {
    return Toolkit.call(
        () -> {
          Node node = window.find(selector);
          return node.localToScene(node.getLayoutBounds());
        });
  }
}
