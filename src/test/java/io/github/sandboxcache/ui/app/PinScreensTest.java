package io.github.sandboxcache.ui.app;

import static io.github.sandboxcache.ui.app.ChosenImages.awaitPinned;
import static io.github.sandboxcache.ui.app.ChosenImages.choose;
import static io.github.sandboxcache.ui.app.ChosenImages.images;
import static io.github.sandboxcache.ui.app.ChosenImages.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.pins.PinOwners;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeTableRow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** Guards that single images are pinned and unpinned in the window, by keys and mouse. */
class PinScreensTest {
  private static final Setup LONG = Setup.USUAL.countingDown(Duration.ofMinutes(10));

  @Test
  void spacePinsTheChosenImageAndTakesThePinAway() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      CacheReference image = choose(window);

      window.press(KeyCode.SPACE);
      awaitPinned(window, image, true);

      assertThat(window.pins().read().isMarked(image)).isTrue();
      assertThat(Toolkit.call(() -> row(window, image).getAccessibleText()))
          .startsWith(image.toString())
          .endsWith(", pinned");
      assertThat(buttonText(window, "#pin")).isEqualTo("Unpin");
      assertThat(Toolkit.call(() -> window.find(".details #remove").isDisabled())).isTrue();
      window.photograph("pinned");
      // Where there is no room for the column of the status, the mark stands beside the key.
      assertThat(Toolkit.call(() -> visiblePins(window, image))).isEqualTo(1);
      Toolkit.run(() -> window.window().layout().detailsOpenProperty().set(false));
      Toolkit.frames(4);
      assertThat(Toolkit.call(() -> visiblePins(window, image))).isEqualTo(1);

      window.press(KeyCode.SPACE);
      awaitPinned(window, image, false);
      assertThat(window.pins().read().isMarked(image)).isFalse();
      assertThat(Toolkit.call(() -> row(window, image).getAccessibleText()))
          .doesNotContain("pinned");
    }
  }

  @Test
  void theButtonsOfTheDetailsDoTheSame() {
    try (CommandWindow window = CommandWindow.open(LONG)) {
      CacheReference image = choose(window);
      Toolkit.run(() -> ((Button) window.find("#pin")).fire());
      awaitPinned(window, image, true);
      Toolkit.run(() -> window.window().layout().toggleDetailsWide());
      Toolkit.frames(4);
      assertThat(Toolkit.call(() -> ((Label) window.find(".wide-facts #why")).getText()))
          .isEqualTo("Pinned, so it is kept");
      window.photograph("pinned-wide");
      Toolkit.run(() -> ((Button) window.find(".wide-facts #pin")).fire());
      awaitPinned(window, image, false);
      Toolkit.run(() -> ((Button) window.find(".wide-facts #remove")).fire());
      window.await(".toast");
      assertThat(Toolkit.call(() -> AccessibleNames.missing(window.scene().getRoot()))).isEmpty();
    }
  }

  @Test
  void pinsOfACommandLineShowWhileTheWindowIsOpen() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      CacheReference image = choose(window);

      var _ = window.pins().pin(List.of(image));

      awaitPinned(window, image, true);
    }
  }

  @Test
  void theRowsMenuOffersWhatTheKeysDo() {
    try (CommandWindow window = CommandWindow.open(LONG)) {
      CacheReference image = choose(window);
      ContextMenu menu = openMenu(window);
      assertThat(
              Toolkit.call(
                  () ->
                      menu.getItems().stream()
                          .filter(MenuItem::isVisible)
                          .map(MenuItem::getText)
                          .toList()))
          .containsExactly(
              "Pin",
              "Copy name",
              "Copy as docker run",
              "Open shell",
              "Install again…",
              "Push to the registry",
              "Remove");
      Screenshots.take(Toolkit.call(menu::getScene), "image-menu-light");
      Toolkit.run(menu.getItems().getFirst()::fire);
      Toolkit.run(menu::hide);
      awaitPinned(window, image, true);

      ContextMenu again = openMenu(window);
      assertThat(Toolkit.call(() -> again.getItems().getFirst().getText())).isEqualTo("Unpin");
      assertThat(Toolkit.call(() -> again.getItems().getLast().isDisable())).isTrue();
      Toolkit.run(again::hide);
    }
  }

  @Test
  void whilePinsCannotBeReadHeaderAndPreviewSayWhy() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      var _ = window.pins().damage();
      Toolkit.until(() -> labelText(window, "#pruneText").equals("Pins unreadable"));
      assertThat(Toolkit.call(() -> window.find(".split-main").isDisabled())).isTrue();
      assertThat(
              Toolkit.call(
                  () ->
                      window.scene().getRoot().lookupAll(".label").stream()
                          .map(node -> ((Label) node).getText())
                          .toList()))
          .contains("not known: pins unreadable")
          .doesNotContain("nothing to prune");

      window.shortcut(KeyCode.P);
      window.await(".prune-preview");
      assertThat(Toolkit.call(() -> labelText(window, ".prune-trouble")))
          .contains("/home/me/pins.json", "nothing is removed", "Correct the file");
      window.photograph("pins-unreadable");
      window.press(KeyCode.ESCAPE);
      Toolkit.run(
          () -> window.commands().setPinned(List.of(images(window).getFirst().reference()), true));
      window.await(".toast");
      window.photograph("pins-unreadable-toast");
    }
  }

  @Test
  void throughSudoTheStatusBarSaysWhosePinsCount() {
    Path counting = Path.of("/root/.config/sandbox-cache/pins.json");
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      assertThat(Toolkit.call(() -> window.find("#pins").isVisible())).isFalse();
      window.pins().setOwners(new PinOwners("root", "ada", counting, Optional.empty(), false));
      Toolkit.run(() -> window.window().cache().recount());
      window.awaitWords(".status-bar", "Pins of root");
      assertThat(Toolkit.call(() -> window.find("#pins").getAccessibleText()))
          .contains("This runs as root", counting.toString(), "not those of ada");
      window.photograph("pins-of-root");
    }
  }

  @Test
  void germanWordsFitToo() {
    try (var _ = InLocale.of(Locale.GERMANY);
        CommandWindow window = CommandWindow.open(LONG)) {
      CacheReference image = choose(window);
      window.press(KeyCode.DELETE);
      window.await(".toast");
      window.photograph("remove-german");
      window.shortcut(KeyCode.Z);
      Toolkit.until(() -> window.window().tasks().removing().isEmpty());
      window.press(KeyCode.SPACE);
      awaitPinned(window, image, true);
      Toolkit.run(() -> window.window().layout().toggleDetailsWide());
      Toolkit.frames(4);
      window.photograph("pinned-german");
      var _ = window.pins().damage();
      Toolkit.until(() -> labelText(window, "#pruneText").equals("Anheftung unlesbar"));
      window.photograph("pins-unreadable-german");
    }
  }

  private static ContextMenu openMenu(CommandWindow window) {
    Toolkit.run(
        () ->
            Event.fireEvent(
                table(window),
                new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED, 200, 300, 200, 300, true, null)));
    Toolkit.frames(4);
    return Toolkit.call(
        () ->
            Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow());
  }

  private static String labelText(CommandWindow window, String selector) {
    return ((Label) window.find(selector)).getText();
  }

  private static String buttonText(CommandWindow window, String selector) {
    return Toolkit.call(() -> ((Button) window.find(selector)).getText());
  }

  private static long visiblePins(CommandWindow window, CacheReference image) {
    return row(window, image).lookupAll(".icon").stream()
        .filter(node -> node instanceof Icon icon && icon.getName().equals("pin"))
        .filter(PinScreensTest::isSeen)
        .count();
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static TreeTableRow<?> row(CommandWindow window, CacheReference image) {
    return table(window).lookupAll(".tree-table-row-cell").stream()
        .map(node -> (TreeTableRow<?>) node)
        .filter(
            row ->
                row.getItem() instanceof ImageRow shown && shown.image().reference().equals(image))
        .findFirst()
        .orElseThrow();
  }
}
