package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.ui.app.TestWindow.Setup;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards that a lost engine is told over its rows, which stay, until it answers again. */
class LostEngineScreensTest {
  @ParameterizedTest
  @CsvSource({"lost-light, 1280, 820, false", "lost-dark, 960, 620, true"})
  void theBannerSaysWhyAndSinceWhenAndLeavesWhenTheEngineAnswersAgain(
      String name, double width, double height, boolean dark) {
    Setup setup = Setup.light(width, height);
    try (TestWindow window = TestWindow.open(dark ? setup.dark() : setup)) {
      CatalogState state = window.session().state();
      int rows = images(window);
      Toolkit.run(() -> window.session().publish(state.lost("Connection refused")));
      Toolkit.frames(2);

      assertThat(window.words(".lost-engine"))
          .contains("Docker no longer answers: Connection refused", "Retry")
          .anyMatch(words -> words.startsWith("Images as of "));
      assertThat(window.find(Region.class, ".lost-engine").getHeight()).isEqualTo(36);
      assertThat(images(window)).isEqualTo(rows);
      assertThat(Toolkit.call(() -> window.find(Node.class, ".state-danger").isVisible())).isTrue();
      window.screenshot(name);

      Toolkit.run(() -> window.find(Button.class, "#retry").fire());
      assertThat(window.session().refreshes()).isEqualTo(1);
      Toolkit.run(() -> window.session().publish(state));
      assertThat(Toolkit.call(() -> window.find(Node.class, ".lost-engine").isVisible())).isFalse();
    }
  }

  private static int images(TestWindow window) {
    return Toolkit.call(() -> window.window().images().contentProperty().get().images());
  }
}
