package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.ui.app.TestWindow.Setup;
import javafx.geometry.Bounds;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Details and usage come after the first paint, and nothing moves when they do. */
class LazyAreasTest {
  @ParameterizedTest
  @CsvSource({"1280, 820", "1280, 700", "840, 820"})
  void theTableStaysWhereItIs(double width, double height) {
    SampleCache cache = SampleCache.believable(TestWindow.NOW);
    try (TestWindow window =
        TestWindow.openAtFirstPaint(
            cache, Ledgers.sample(TestWindow.NOW), Setup.light(width, height))) {
      Toolkit.frames(3);
      Bounds before = table(window);
      assertThat(Toolkit.call(() -> window.find(Region.class, ".usage"))).isNull();
      window.screenshot("first-paint-%.0fx%.0f".formatted(width, height));

      Toolkit.run(window.window()::complete);
      Toolkit.frames(3);

      assertThat(table(window)).isEqualTo(before);
      assertThat(Toolkit.call(() -> window.find(Region.class, ".usage"))).isNotNull();
    }
  }

  private static Bounds table(TestWindow window) {
    return Toolkit.call(() -> window.find(TreeTableView.class, ".images").getBoundsInParent());
  }
}
