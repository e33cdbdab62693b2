package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.ui.app.TestWindow.Setup;
import io.github.sandboxcache.ui.connect.FoundLogs;
import javafx.scene.control.Button;
import javafx.scene.control.TreeTableView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Writes the pictures of the README, see {@code docs/CONTRIBUTING.md}; guards that they come out
 * the same each time, so that a change in them is a change of the window.
 */
class ReadmeImagesTest {
  @ParameterizedTest
  @CsvSource({"main-light, false", "main-dark, true"})
  void thePictureIsTheSameEachTime(String name, boolean dark) {
    assertThat(pixels(picture(name, dark))).isEqualTo(pixels(picture(name, dark)));
  }

  @Test
  void soIsTheOneOfAWindowThatIsNotConnectedYet() {
    assertThat(pixels(connect())).isEqualTo(pixels(connect()));
  }

  private static WritableImage connect() {
    Setup setup = Setup.light(1280, 820).with(FoundLogs.of(FoundLogs.DESKTOP, FoundLogs.CODE));
    try (TestWindow window =
        TestWindow.open(SampleCache.believable(TestWindow.NOW), Ledgers.empty(), setup)) {
      Toolkit.run(
          () -> {
            window.window().layout().usageFoldedProperty().set(false);
            window.find(Button.class, "#look").fire();
          });
      Toolkit.frames(2);
      return Screenshots.take(window.window().scene(), "connect-light");
    }
  }

  private static WritableImage picture(String name, boolean dark) {
    Setup setup = Setup.light(1280, 820);
    try (TestWindow window = TestWindow.open(dark ? setup.dark() : setup)) {
      Toolkit.run(() -> window.find(TreeTableView.class, ".images").getSelectionModel().select(1));
      return Screenshots.take(window.window().scene(), name);
    }
  }

  private static int[] pixels(WritableImage picture) {
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    int[] pixels = new int[width * height];
    picture
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return pixels;
  }
}
