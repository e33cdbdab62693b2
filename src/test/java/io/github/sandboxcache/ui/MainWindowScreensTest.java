package io.github.sandboxcache.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.ui.TestWindow.Setup;
import io.github.sandboxcache.ui.images.TableRow;
import javafx.scene.Node;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writes pictures of the main window, and guards that nothing sticks out of it. */
class MainWindowScreensTest {
  @ParameterizedTest
  @CsvSource({
    "main-light, 1280, 820, false", "main-dark, 1280, 820, true",
    "main-small-light, 960, 620, false", "main-small-dark, 960, 620, true"
  })
  void theWindowShowsAnImageAndItsDetails(String name, int width, int height, boolean dark) {
    Setup setup = Setup.light(width, height);
    try (TestWindow window = TestWindow.open(dark ? setup.dark() : setup)) {
      Toolkit.run(() -> table(window).getSelectionModel().select(1));
      window.screenshot(name);
      assertThat(window.window().scene().getWidth()).isEqualTo(width);
      assertThat(window.window().context().cache().view().stats().images()).isEqualTo(42);
    }
  }

  @ParameterizedTest
  @CsvSource({"sample-light, false", "sample-dark, true"})
  void sampleDataIsMarkedAsSuch(String name, boolean dark) {
    Setup setup = Setup.light(1280, 820).onSample();
    try (TestWindow window = TestWindow.open(dark ? setup.dark() : setup)) {
      window.screenshot(name);
      assertThat(Toolkit.call(() -> window.window().title())).contains("sample data");
      assertThat(Toolkit.call(() -> window.find(Node.class, ".sample-band").isVisible())).isTrue();
    }
  }

  @SuppressWarnings("unchecked")
  private static TreeTableView<TableRow> table(TestWindow window) {
    return window.find(TreeTableView.class, ".images");
  }
}
