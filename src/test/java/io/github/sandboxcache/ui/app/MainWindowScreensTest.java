package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.ui.app.TestWindow.Setup;
import io.github.sandboxcache.ui.cache.TableRow;
import io.github.sandboxcache.ui.cache.TableRow.ImageRow;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards what the main window shows in both themes and sizes, and that all of it can be read. */
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

      ImageRow chosen = (ImageRow) Toolkit.call(() -> table(window).getTreeItem(1).getValue());
      assertThat(window.words(".figures"))
          .contains("On disk", "Time saved", "Worth it", "Hit rate", "Reclaimable");
      assertThat(window.words(".images")).contains("Python", chosen.image().reference().tag());
      assertThat(window.words(".details"))
          .contains(chosen.image().reference().tag(), "Contents 5", "Pin", "Remove");
      assertThat(window.words(".header")).contains("Install…", "Prune 8");
      assertThat(window.words(".status-bar")).contains("Engine ready", "Refreshed 4 s ago");
    }
  }

  @ParameterizedTest
  @CsvSource({"sample-light, false", "sample-dark, true"})
  void sampleDataIsMarkedAsSuch(String name, boolean dark) {
    Setup setup = Setup.light(1280, 820).onSample();
    try (TestWindow window = TestWindow.open(dark ? setup.dark() : setup)) {
      window.screenshot(name);
      assertThat(Toolkit.call(() -> window.window().title())).contains("sample data");
      assertThat(window.words(".sample-band")).contains("Leave sample data").hasSize(2);
    }
  }

  @SuppressWarnings("unchecked")
  private static TreeTableView<TableRow> table(TestWindow window) {
    return window.find(TreeTableView.class, ".images");
  }
}
