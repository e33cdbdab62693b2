package io.github.sandboxcache.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.ui.TestWindow.Setup;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.TreeTableView;
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
}
