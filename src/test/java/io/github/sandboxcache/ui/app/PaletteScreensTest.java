package io.github.sandboxcache.ui.app;

import static io.github.sandboxcache.ui.app.ChosenImages.choose;
import static io.github.sandboxcache.ui.app.ChosenImages.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import java.util.Locale;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Guards that the palette opens, finds, tells what is meant, and closes by keys alone. */
class PaletteScreensTest {
  @Test
  void anImageIsFoundByItsPackageAndHasTheKeyboardThen() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      window.shortcut(KeyCode.F);
      window.shortcut(KeyCode.K);
      window.await(".palette");
      window.type("duckdb");
      Toolkit.until(() -> window.words(".palette").contains("duckdb 1.1.3"));
      window.photograph("palette-image");
      window.press(KeyCode.ENTER);

      assertThat(window.has(".palette")).isFalse();
      Toolkit.until(
          () ->
              window.window().images().selectedProperty().get().orElse(null) instanceof ImageRow row
                  && row.packages().getFirst().name().equals("duckdb"));
      assertThat(Toolkit.call(() -> window.scene().getFocusOwner())).isEqualTo(table(window));
    }
  }

  @Test
  void theLineThatIsMeantIsToldAndEscapeLeadsBack() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      choose(window);
      window.shortcut(KeyCode.K);
      window.await(".palette");
      Toolkit.until(() -> window.words(".palette").contains("Ctrl+N"));
      window.photograph("palette");
      assertThat(told(window)).startsWith("Install packages").contains("Ctrl+N");
      window.press(KeyCode.DOWN);
      assertThat(told(window)).startsWith("Preview a prune");
      window.type("undo");
      Toolkit.until(() -> told(window).startsWith("Undo"));
      assertThat(told(window)).contains("not now: Nothing is about to be removed");
      window.press(KeyCode.ENTER);
      assertThat(window.has(".palette")).isTrue();
      window.press(KeyCode.ESCAPE);

      assertThat(window.has(".palette")).isFalse();
      assertThat(Toolkit.call(() -> window.scene().getFocusOwner())).isEqualTo(table(window));
    }
  }

  @Test
  void aCommandIsDone() {
    try (var _ = InLocale.of(Locale.GERMANY);
        CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      window.shortcut(KeyCode.K);
      window.await(".palette");
      window.type("tast");
      Toolkit.until(() -> window.words(".palette").contains("Tasten"));
      window.photograph("palette-german");
      window.press(KeyCode.ENTER);

      window.await(".keys-dialog");
    }
  }

  /** What a screen reader says of the line that Enter takes. */
  private static String told(CommandWindow window) {
    return Toolkit.call(
        () ->
            window.scene().getFocusOwner().queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM)
                    instanceof Node line
                ? String.valueOf(line.getAccessibleText())
                : "");
  }
}
