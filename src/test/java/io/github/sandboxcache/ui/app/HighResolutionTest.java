package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.settings.Settings.Theme;
import io.github.sandboxcache.testing.InLocale;
import io.github.sandboxcache.ui.app.CommandWindow.Setup;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.control.TreeTableView;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Guards that the window is as sharp and as whole on screens of 150 % and 200 % as on one of 100 %.
 */
class HighResolutionTest {
  private static final double[] SCALES = {1, 1.5, 2};

  /** What is looked at. */
  enum View {
    MAIN,
    DETAILS,
    PRUNE,
    INSTALL,
    SETTINGS,
    ABOUT;

    String pictureName() {
      return "scale-" + name().toLowerCase(Locale.ROOT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsCoarseBlurredOrCut(View view) {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      show(view, window);
      Toolkit.frames(4);
      for (double scale : SCALES) {
        OutputScale screen = OutputScale.of(window.scene(), scale);
        screen.photograph(view.pictureName());
        assertThat(screen.bitmaps()).as("bitmaps").isEmpty();
        assertThat(screen.blurredBoxes()).as("blurred at %s", scale).isEmpty();
        assertThat(screen.tabsWithoutRoom()).as("tabs at %s", scale).isEmpty();
        assertThat(SceneFaults.of(window.scene(), Theme.LIGHT)).as("words at %s", scale).isEmpty();
      }
    }
  }

  @Test
  void germanTabsHaveRoom() {
    try (var _ = InLocale.of(Locale.GERMANY);
        CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      show(View.DETAILS, window);
      for (double scale : SCALES) {
        OutputScale screen = OutputScale.of(window.scene(), scale);
        screen.photograph("scale-details-german");
        assertThat(screen.tabsWithoutRoom()).as("tabs at %s", scale).isEmpty();
      }
    }
  }

  /** Lines between cells begin at the second one; the first has its own outside of the window. */
  @Test
  void noLineRunsAlongTheEdgeOfTheWindow() {
    try (CommandWindow window = CommandWindow.open(Setup.USUAL)) {
      for (double scale : SCALES) {
        WritableImage picture = OutputScale.of(window.scene(), scale).photograph("scale-main");
        PixelReader pixels = picture.getPixelReader();
        assertThat(IntStream.range(0, (int) picture.getHeight()))
            .as("rows of device pixels with a line at %s", scale)
            .filteredOn(y -> pixels.getArgb(0, y) != pixels.getArgb(3, y))
            .isEmpty();
      }
    }
  }

  private static void show(View view, CommandWindow window) {
    switch (view) {
      case MAIN -> {}
      case DETAILS ->
          Toolkit.run(
              () -> {
                window.window().layout().detailsOpenProperty().set(true);
                ((TreeTableView<?>) window.find(".images")).getSelectionModel().select(1);
              });
      case PRUNE -> window.shortcut(KeyCode.P);
      case INSTALL -> {
        window.shortcut(KeyCode.N);
        window.type("pandas polars ");
      }
      case SETTINGS -> window.shortcut(KeyCode.COMMA);
      case ABOUT -> Toolkit.run(() -> window.commands().showAbout());
    }
  }
}
