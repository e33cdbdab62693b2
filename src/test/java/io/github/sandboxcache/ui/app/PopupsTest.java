package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.ui.app.TestWindow.Setup;
import javafx.scene.control.MenuButton;
import javafx.scene.image.WritableImage;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards that popups, which have scenes of their own, wear the window's colours. */
class PopupsTest {
  @ParameterizedTest
  @CsvSource({"menu-light, false", "menu-dark, true"})
  void aMenuHasTheColoursOfItsWindow(String name, boolean dark) {
    Setup setup = Setup.light(1280, 820);
    try (TestWindow window = TestWindow.open(dark ? setup.dark() : setup)) {
      Toolkit.run(() -> window.find(MenuButton.class, ".engine-chip").show());
      PopupWindow popup = Toolkit.call(PopupsTest::openPopup);

      WritableImage picture = Screenshots.take(popup.getScene(), name);

      int x = (int) picture.getWidth() - 20;
      int y = (int) picture.getHeight() / 2;
      double brightness = picture.getPixelReader().getColor(x, y).getBrightness();
      assertThat(brightness < 0.5).isEqualTo(dark);
      Toolkit.run(popup::hide);
    }
  }

  private static PopupWindow openPopup() {
    return Window.getWindows().stream()
        .filter(PopupWindow.class::isInstance)
        .map(PopupWindow.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
