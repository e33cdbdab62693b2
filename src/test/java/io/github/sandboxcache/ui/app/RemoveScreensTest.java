package io.github.sandboxcache.ui.app;

import static io.github.sandboxcache.ui.app.ChosenImages.awaitPinned;
import static io.github.sandboxcache.ui.app.ChosenImages.choose;
import static io.github.sandboxcache.ui.app.ChosenImages.images;
import static io.github.sandboxcache.ui.app.ChosenImages.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import io.github.sandboxcache.ui.cache.TableRow;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Guards that single images are removed in the window after a countdown, without a question. */
class RemoveScreensTest {
  private static final String ONE_REMOVAL =
      "One removal at a time. Undo the one that counts down, or wait until it has ended.";

  private static final Setup LONG = Setup.USUAL.countingDown(Duration.ofMinutes(10));

  @Test
  void deleteNamesTheImageAndCountsDownAndUndoTakesItBack() {
    try (CommandWindow window = CommandWindow.open(LONG)) {
      int before = window.cachedImages();
      CacheReference image = choose(window);

      window.press(KeyCode.DELETE);
      window.await(".toast");
      assertThat(window.window().tasks().removing()).containsExactly(image.toString());
      assertThat(window.words(".toast"))
          .anyMatch(words -> words.startsWith("Removing ") && words.contains(image.tag()));
      window.photograph("remove-undo");
      window.shortcut(KeyCode.Z);
      Toolkit.until(() -> window.window().tasks().removing().isEmpty());
      assertThat(window.cachedImages()).isEqualTo(before);
    }
  }

  /** A second Delete once did nothing and said nothing. */
  @Test
  void deleteBesideACountdownSaysWhyItWaitsAndStillOffersToUndo() {
    try (CommandWindow window = CommandWindow.open(LONG)) {
      CacheReference first = choose(window);
      window.press(KeyCode.DELETE);
      window.await(".toast");
      window.press(KeyCode.DELETE);
      assertThat(window.words(".toast")).as("pressed twice").doesNotContain(ONE_REMOVAL);

      window.press(KeyCode.DOWN);
      window.press(KeyCode.DELETE);

      window.awaitWords(".toast", ONE_REMOVAL);
      window.photograph("remove-second");
      assertThat(window.window().tasks().removing()).containsExactly(first.toString());
      Toolkit.run(() -> ((Button) window.find(".toast #action")).fire());
      Toolkit.until(() -> window.window().tasks().removing().isEmpty());
    }
  }

  @Test
  void afterTheCountdownJustThatImageIsGoneAndItsNeighbourIsChosen() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.countingDown(Duration.ZERO))) {
      int before = window.cachedImages();
      CacheReference image = choose(window);
      int row = Toolkit.call(() -> table(window).getSelectionModel().getSelectedIndex());
      String neighbour = Toolkit.call(() -> neighbour(window, row));

      window.press(KeyCode.DELETE);

      Toolkit.until(() -> images(window).stream().noneMatch(i -> i.reference().equals(image)));
      assertThat(window.cachedImages()).isEqualTo(before - 1);
      Toolkit.until(
          () ->
              window.window().images().selectedProperty().get().stream()
                  .anyMatch(chosen -> chosen.key().equals(neighbour)));
      assertThat(Toolkit.call(() -> table(window).isFocused())).isTrue();
      window.shortcut(KeyCode.J);
      window.await(".task-card");
      assertThat(window.words(".task-card")).contains("Removed scikit-learn 1.5.2, scipy 1.14.1");
    }
  }

  private static String neighbour(CommandWindow window, int row) {
    TreeTableView<TableRow> table = table(window);
    return Stream.of(row + 1, row - 1)
        .map(table::getTreeItem)
        .filter(item -> item != null && item.getValue() instanceof TableRow.ImageRow)
        .findFirst()
        .orElseThrow()
        .getValue()
        .key();
  }

  @Test
  void deleteSaysWhyAnImageStays() {
    try (CommandWindow window = CommandWindow.open(LONG)) {
      CacheReference image = choose(window);
      var _ = window.pins().pin(List.of(image));
      awaitPinned(window, image, true);

      window.press(KeyCode.DELETE);

      window.await(".toast");
      assertThat(window.words(".toast")).contains("Pinned, so it is kept");
      window.photograph("remove-pinned");
      assertThat(Toolkit.call(() -> window.window().tasks().removing())).isEmpty();
    }
  }

  @Test
  void pinsThatAreDamagedDuringTheCountdownKeepTheImageAndThatIsTold() {
    Setup setup = Setup.USUAL.countingDown(Duration.ofSeconds(1));
    try (CommandWindow window = CommandWindow.open(setup)) {
      int before = window.cachedImages();
      choose(window);
      window.press(KeyCode.DELETE);
      window.await(".toast");
      var _ = window.pins().damage();
      window.shortcut(KeyCode.J);

      Toolkit.until(() -> window.window().tasks().removing().isEmpty());
      window.await(".task-card");
      assertThat(window.cachedImages()).isEqualTo(before);
      window.photograph("remove-pins-unreadable");
      assertThat(
              Toolkit.call(
                  () ->
                      window.find(".task-card").lookupAll(".label").stream()
                          .map(node -> ((Label) node).getText())
                          .toList()))
          .anySatisfy(text -> assertThat(text).contains("/home/me/pins.json"));
    }
  }
}
