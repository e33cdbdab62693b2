package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.ui.app.TestWindow.Setup;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writes pictures of the window as a German sees it. */
class GermanScreensTest {
  @ParameterizedTest
  @CsvSource({"german-main, 1280, 820", "german-main-small, 960, 620"})
  void theWindowSpeaksGerman(String name, int width, int height) {
    try (var _ = InLocale.of(Locale.GERMANY);
        TestWindow window = TestWindow.open(Setup.light(width, height))) {
      Toolkit.run(() -> window.find(TreeTableView.class, ".images").getSelectionModel().select(1));
      window.screenshot(name);
      assertThat(Toolkit.call(() -> window.find(Button.class, "#install").getText()))
          .isEqualTo("Installieren…");
    }
  }

  /** Beside wide details the strip has 280 pixels, in which a title would be three dots. */
  @Test
  void whatIsLeftOfTheStripBesideWideDetailsIsNotCut() {
    try (var _ = InLocale.of(Locale.GERMANY);
        TestWindow window = TestWindow.open(Setup.light(960, 620))) {
      Toolkit.run(() -> window.window().layout().toggleDetailsWide());
      Toolkit.frames(2);
      window.screenshot("german-strip-beside-wide-details");

      assertThat(Toolkit.call(() -> window.find(Region.class, ".usage").getWidth())).isEqualTo(280);
      assertThat(OutputScale.of(window.window().scene(), 1).cutTexts()).doesNotContain("Nutzung");
    }
  }
}
