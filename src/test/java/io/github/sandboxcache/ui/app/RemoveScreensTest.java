package io.github.sandboxcache.ui.app;

import static io.github.sandboxcache.ui.app.ChosenImages.awaitPinned;
import static io.github.sandboxcache.ui.app.ChosenImages.choose;
import static io.github.sandboxcache.ui.app.ChosenImages.images;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Guards that single images are removed in the window, after a question and a countdown. */
class RemoveScreensTest {
  private static final Setup LONG = Setup.USUAL.countingDown(Duration.ofMinutes(10));

  @Test
  void deleteAsksEnterRemovesAndUndoTakesItBack() {
    try (CommandWindow window = CommandWindow.open(LONG)) {
      int before = window.cachedImages();
      CacheReference image = choose(window);

      window.press(KeyCode.DELETE);
      window.await(".remove-dialog");
      window.photograph("remove");
      window.press(KeyCode.ENTER);

      window.await(".toast");
      assertThat(Toolkit.call(() -> window.window().tasks().removing()))
          .containsExactly(image.toString());
      window.photograph("remove-undo");
      window.shortcut(KeyCode.Z);
      Toolkit.until(() -> window.window().tasks().removing().isEmpty());
      assertThat(window.cachedImages()).isEqualTo(before);
    }
  }

  @Test
  void afterTheCountdownJustThatImageIsGone() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL.countingDown(Duration.ZERO))) {
      int before = window.cachedImages();
      CacheReference image = choose(window);

      window.press(KeyCode.DELETE);
      window.await(".remove-dialog");
      window.press(KeyCode.ENTER);

      Toolkit.until(() -> images(window).stream().noneMatch(i -> i.reference().equals(image)));
      assertThat(window.cachedImages()).isEqualTo(before - 1);
    }
  }

  @Test
  void whatIsPinnedWhileItIsAskedAboutCannotBeRemovedAnyMore() {
    try (CommandWindow window = CommandWindow.open(LONG)) {
      CacheReference image = choose(window);
      window.press(KeyCode.DELETE);
      window.await(".remove-dialog");
      var _ = window.pins().pin(List.of(image));
      window.press(KeyCode.ESCAPE);

      assertThat(window.has(".remove-dialog")).isFalse();
      awaitPinned(window, image, true);
      window.press(KeyCode.DELETE);
      Toolkit.frames(4);
      assertThat(window.has(".remove-dialog")).isFalse();
    }
  }

  @Test
  void pinsThatAreDamagedDuringTheCountdownKeepTheImageAndThatIsTold() {
    Setup setup = Setup.USUAL.countingDown(Duration.ofSeconds(1));
    try (CommandWindow window = CommandWindow.open(setup)) {
      int before = window.cachedImages();
      choose(window);
      window.press(KeyCode.DELETE);
      window.await(".remove-dialog");
      window.press(KeyCode.ENTER);
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
