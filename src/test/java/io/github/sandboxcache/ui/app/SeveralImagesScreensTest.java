package io.github.sandboxcache.ui.app;

import static io.github.sandboxcache.ui.app.ChosenImages.images;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import io.github.sandboxcache.ui.cache.TableRow;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** Guards that several images are chosen, pinned, compared and removed by keys alone. */
class SeveralImagesScreensTest {
  private static final Setup LONG = Setup.USUAL.countingDown(Duration.ofMinutes(10));

  @Test
  void shiftAndArrowsChooseARangeThatDeleteRemovesAndUndoTakesBack() {
    try (CommandWindow window = CommandWindow.open(LONG)) {
      startAt(window, 4);
      window.shift(KeyCode.DOWN);
      window.shift(KeyCode.DOWN);
      window.await(".several-bar");
      assertThat(chosen(window)).hasSize(3);
      assertThat(window.words(".several-bar"))
          .anyMatch(words -> words.startsWith("3 selected"))
          .contains("Pin 3", "Remove 2");
      window.photograph("several");
      window.shift(KeyCode.UP);
      assertThat(chosen(window)).hasSize(2);

      window.press(KeyCode.DELETE);
      window.await(".toast");
      assertThat(Toolkit.call(() -> window.window().tasks().removing())).hasSize(2);
      window.shortcut(KeyCode.Z);
      Toolkit.until(() -> window.window().tasks().removing().isEmpty());
      assertThat(chosen(window)).hasSize(2);
    }
  }

  @Test
  void spaceWithTheShortcutKeyAddsAndTakesAwaySingleImagesAndSpacePinsAll() {
    try (CommandWindow window = CommandWindow.open(LONG)) {
      startAt(window, 4);
      window.shortcut(KeyCode.SPACE);
      window.shortcut(KeyCode.DOWN);
      window.shortcut(KeyCode.DOWN);
      window.shortcut(KeyCode.SPACE);
      assertThat(chosen(window)).hasSize(2);
      window.shortcut(KeyCode.SPACE);
      assertThat(chosen(window)).hasSize(1);
      window.shortcut(KeyCode.SPACE);

      window.press(KeyCode.SPACE);

      Toolkit.until(() -> window.words(".several-bar").contains("Unpin 2"));
      assertThat(window.words(".several-bar")).contains("2 selected \u00b7 all stay", "Remove 0");
      window.photograph("several-pinned");
      window.press(KeyCode.ESCAPE);
      assertThat(window.has(".several-bar")).isFalse();
    }
  }

  @Test
  void allImagesOfUnfoldedGroupsAreChosenAtOnceAndAnArrowEndsThat() {
    try (CommandWindow window = CommandWindow.open(LONG)) {
      startAt(window, 4);
      window.shortcut(KeyCode.A);
      window.await(".several-bar");
      assertThat(chosen(window)).hasSize(8);

      window.press(KeyCode.DOWN);
      assertThat(window.has(".several-bar")).isFalse();
    }
  }

  @Test
  void theNamesOfAllAreCopied() {
    try (CommandWindow window = CommandWindow.open(LONG)) {
      startAt(window, 4);
      window.shift(KeyCode.DOWN);
      window.shift(KeyCode.DOWN);
      window.await(".several-bar");
      window.shortcut(KeyCode.C);

      assertThat(Toolkit.call(() -> Clipboard.getSystemClipboard().getString()).lines())
          .containsExactlyInAnyOrderElementsOf(chosen(window))
          .hasSize(3);
    }
  }

  @Test
  void theMenuActsOnAllOfThem() {
    try (CommandWindow window = CommandWindow.open(LONG)) {
      startAt(window, 4);
      window.shift(KeyCode.DOWN);
      window.shift(KeyCode.DOWN);
      window.await(".several-bar");
      ContextMenu menu =
          Toolkit.call(
              () -> {
                table(window)
                    .fireEvent(
                        new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 5, 5, true, null));
                return (ContextMenu) Window.getWindows().getLast();
              });

      assertThat(
              Toolkit.call(
                  () ->
                      menu.getItems().stream()
                          .filter(MenuItem::isVisible)
                          .map(MenuItem::getText)
                          .toList()))
          .containsExactly(
              "Pin 3", "Copy 3 names", "Compare", "Push 3 images to the registry", "Remove 2");
      Toolkit.run(() -> menu.getItems().getLast().fire());
      window.await(".toast");
      assertThat(Toolkit.call(() -> window.window().tasks().removing())).hasSize(2);
    }
  }

  @Test
  void twoAreCompared() {
    try (CommandWindow window = CommandWindow.open(LONG)) {
      startAt(window, 4);
      window.shift(KeyCode.DOWN);
      window.await(".several-bar");
      window.shortcut(KeyCode.D);
      window.await(".compare-cards");
      assertThat(window.words(".details"))
          .containsAll(
              chosen(window).stream().map(key -> key.substring(key.indexOf(':') + 1)).toList());
    }
  }

  /** Two of those that were chosen are taken away by somebody else. */
  @Test
  void theChoiceSurvivesWhatHappensOnTheEngine() {
    try (CommandWindow window = CommandWindow.open(LONG)) {
      startAt(window, 4);
      for (int i = 0; i < 4; i++) {
        window.shift(KeyCode.DOWN);
      }
      List<String> before = chosen(window);
      CacheReference gone =
          images(window).stream()
              .filter(image -> image.engineReference().equals(before.get(1)))
              .findFirst()
              .orElseThrow()
              .reference();

      assertThat(window.engine().removeReference(gone.toString())).isTrue();

      Toolkit.until(() -> chosen(window).size() == 4);
      assertThat(chosen(window)).doesNotContain(gone.toString()).allMatch(before::contains);
    }
  }

  @Test
  void germanWordsFitToo() {
    try (var _ = InLocale.of(Locale.GERMANY);
        CommandWindow window = CommandWindow.open(LONG)) {
      startAt(window, 4);
      window.shift(KeyCode.DOWN);
      window.shift(KeyCode.DOWN);
      window.await(".several-bar");
      window.photograph("several-german");
    }
  }

  /** Without details beside the table they lie open in the pictures. */
  private static void startAt(CommandWindow window, int row) {
    Toolkit.until(() -> table(window).getExpandedItemCount() > row);
    Toolkit.run(
        () -> {
          window.window().layout().detailsOpenProperty().set(true);
          table(window).requestFocus();
          table(window).getSelectionModel().clearAndSelect(row);
        });
    Toolkit.frames(4);
  }

  private static List<String> chosen(CommandWindow window) {
    return Toolkit.call(
        () ->
            table(window).lookupAll(".tree-table-row-cell").stream()
                .filter(
                    row ->
                        row.getPseudoClassStates().contains(PseudoClass.getPseudoClass("chosen")))
                .filter(Node::isVisible)
                .map(row -> ((TreeTableRow<?>) row).getItem())
                .map(item -> ((TableRow) item).key())
                .sorted()
                .toList());
  }

  private static TreeTableView<TableRow> table(CommandWindow window) {
    return ChosenImages.table(window);
  }
}
