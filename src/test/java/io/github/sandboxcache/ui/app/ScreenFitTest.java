package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.ui.app.WindowState.Frame;
import io.github.sandboxcache.ui.app.WindowState.Frame.Place;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/** Guards that a window opens where it can be seen and taken hold of. */
class ScreenFitTest {
  private static final Rectangle2D FIRST = new Rectangle2D(0, 0, 1920, 1050);
  private static final Rectangle2D LEFT = new Rectangle2D(-1600, 0, 1600, 900);

  /** What a screen of 1920 × 1080 device pixels has in pixels of the toolkit. */
  private static final Rectangle2D FULL_HD_AT_150 = new Rectangle2D(0, 0, 1280, 720);

  /** With a bar of the desktop at its top. */
  private static final Rectangle2D FULL_HD_AT_200 = new Rectangle2D(0, 27, 960, 513);

  @Test
  void aPlaceThatIsThereIsKept() {
    Frame frame = at(-1500, 50, 1280, 820);

    assertThat(WindowFrame.fit(frame, List.of(FIRST, LEFT))).isEqualTo(frame);
  }

  @Test
  void whenTheScreenIsGoneTheWindowOpensInTheMiddle() {
    assertThat(WindowFrame.fit(at(-1500, 50, 1280, 820), List.of(FIRST)))
        .isEqualTo(Frame.ofSize(1280, 820));
  }

  @Test
  void whatSticksOutIsMovedIn() {
    assertThat(WindowFrame.fit(at(1500, -300, 1280, 820), List.of(FIRST)))
        .isEqualTo(at(640, 0, 1280, 820));
  }

  @Test
  void aWindowIsNoLargerThanItsScreen() {
    assertThat(WindowFrame.fit(at(100, 100, 3000, 2000), List.of(FIRST)))
        .isEqualTo(at(0, 0, 1920, 1010));
  }

  /** Its size is without the title, which would push the status bar off the screen. */
  @Test
  void aRememberedWindowFitsASmallerScreenTogetherWithItsTitle() {
    assertThat(WindowFrame.fit(at(200, 100, 1280, 820), List.of(FULL_HD_AT_150)))
        .isEqualTo(at(0, 0, 1280, 680));
  }

  @Test
  void aWindowOnTwoScreensOpensOnTheOneThatShowsMoreOfIt() {
    assertThat(WindowFrame.fit(at(-300, 50, 1280, 820), List.of(LEFT, FIRST)))
        .isEqualTo(at(0, 50, 1280, 820));
  }

  @Test
  void withoutAnyScreenTheSystemDecides() {
    assertThat(WindowFrame.fit(Frame.ofSize(1280, 820), List.of()))
        .isEqualTo(Frame.ofSize(1280, 820));
  }

  @Test
  void atFirstTheWindowAndItsTitleFitOnASmallScreen() {
    Frame fitted = WindowFrame.fit(Frame.ofSize(1280, 820), List.of(FULL_HD_AT_150));

    assertThat(fitted).isEqualTo(Frame.ofSize(1280, 680));
  }

  @Test
  void ofAWindowThatIsTooLargeTheUpperLeftIsSeen() {
    assertThat(WindowFrame.fit(Frame.ofSize(1280, 820), List.of(FULL_HD_AT_200)))
        .isEqualTo(at(0, 27, 960, 620));
  }

  private static Frame at(double x, double y, double width, double height) {
    return new Frame(width, height, false, Optional.of(new Place(x, y)));
  }
}
