package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.ui.app.TestWindow.Setup;
import io.github.sandboxcache.ui.app.WindowState.Frame;
import io.github.sandboxcache.ui.app.WindowState.Splits;
import javafx.event.EventType;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards that details and usage get the size that the user gives them, and nothing is cut. */
class DividersTest {
  @Test
  void draggingTheUprightLineMakesTheDetailsWider() {
    try (TestWindow window = TestWindow.open(Setup.light(1280, 820))) {
      drag(window, ".divider.upright", -120, 0);

      assertThat(width(window, ".details")).isEqualTo(432);
      assertThat(width(window, ".images")).isEqualTo(1280 - 432);
      click(window, ".divider.upright", 2);
      assertThat(width(window, ".details")).isEqualTo(312);
    }
  }

  @Test
  void draggingTheLevelLineMakesTheChartsHigher() {
    try (TestWindow window = TestWindow.open(Setup.light(1280, 820))) {
      Toolkit.run(() -> window.find(TreeTableView.class, ".images").getSelectionModel().select(1));
      drag(window, ".divider.level", 0, -600);

      assertThat(height(window, ".images")).isEqualTo(280);
      window.screenshot("dividers-moved-light");
    }
  }

  @Test
  void aDragEndsWithItsButton() {
    try (TestWindow window = TestWindow.open(Setup.light(1280, 820))) {
      drag(window, ".divider.upright", -120, 0);
      fire(window, ".divider.upright", MouseEvent.MOUSE_DRAGGED, -300, 0, 1);
      Toolkit.frames(2);

      assertThat(width(window, ".details")).isEqualTo(432);
    }
  }

  @Test
  void arrowsMoveTheLineThatHasTheKeyboard() {
    try (TestWindow window = TestWindow.open(Setup.light(1280, 820))) {
      press(window, ".divider.upright", KeyCode.LEFT, false);
      assertThat(width(window, ".details")).isEqualTo(328);
      press(window, ".divider.upright", KeyCode.LEFT, true);
      assertThat(width(window, ".details")).isEqualTo(392);
      press(window, ".divider.upright", KeyCode.RIGHT, false);
      assertThat(width(window, ".details")).isEqualTo(376);
      press(window, ".divider.upright", KeyCode.END, false);
      assertThat(width(window, ".images")).isEqualTo(560);
      window.screenshot("divider-keyboard-light");
      press(window, ".divider.upright", KeyCode.HOME, false);
      assertThat(width(window, ".details")).isEqualTo(312);

      press(window, ".divider.level", KeyCode.UP, false);
      assertThat(height(window, ".usage")).isEqualTo(228);
      press(window, ".divider.level", KeyCode.DOWN, true);
      assertThat(height(window, ".usage")).isEqualTo(212);
    }
  }

  @Test
  void aScreenReaderReadsAndMovesThem() {
    try (TestWindow window = TestWindow.open(Setup.light(1280, 820))) {
      Region divider = Toolkit.call(() -> window.find(Region.class, ".divider.upright"));
      Toolkit.run(() -> divider.executeAccessibleAction(AccessibleAction.INCREMENT));
      Toolkit.frames(2);

      assertThat(Toolkit.call(() -> divider.queryAccessibleAttribute(AccessibleAttribute.VALUE)))
          .isEqualTo(328.0);
      assertThat(
              Toolkit.call(() -> divider.queryAccessibleAttribute(AccessibleAttribute.MAX_VALUE)))
          .isEqualTo(720.0);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {960, 1080, 1280})
  void evenTheWidestDetailsLeaveTheTableReadable(double width) {
    try (TestWindow window = TestWindow.open(Setup.light(width, 700))) {
      Toolkit.run(() -> window.find(TreeTableView.class, ".images").getSelectionModel().select(1));
      press(window, ".divider.upright", KeyCode.END, false);

      double left = width - width(window, ".details");
      assertThat(left).isGreaterThanOrEqualTo(width < 1080 ? 424 : 560);
      window.screenshot("widest-details-%.0f".formatted(width));
    }
  }

  @Test
  void foldedUsageAndWideDetailsHaveNoLineToMove() {
    try (TestWindow window = TestWindow.open(Setup.light(1280, 820))) {
      Toolkit.run(() -> window.window().layout().toggleUsage());
      Toolkit.run(() -> window.window().layout().toggleDetailsWide());
      Toolkit.frames(2);

      assertThat(Toolkit.call(() -> window.find(Region.class, ".divider.level").isVisible()))
          .isFalse();
      assertThat(Toolkit.call(() -> window.find(Region.class, ".divider.upright").isVisible()))
          .isFalse();
    }
  }

  @Test
  void theWindowRemembersThem() {
    try (TestWindow window = TestWindow.open(Setup.light(1280, 820))) {
      press(window, ".divider.upright", KeyCode.LEFT, false);
      press(window, ".divider.level", KeyCode.UP, false);

      WindowState left = Toolkit.call(() -> window.window().state(Frame.ofSize(1280, 820)));

      assertThat(left.splits()).isEqualTo(new Splits(328, 228));
    }
  }

  @Test
  void higherChartsHaveMoreRows() {
    try (TestWindow window = TestWindow.open(Setup.light(1280, 820))) {
      Toolkit.frames(2);
      int before = rows(window);
      drag(window, ".divider.level", 0, -100);

      assertThat(rows(window)).isGreaterThan(before);
      assertThat(Toolkit.call(() -> window.find(TreeTableView.class, ".images").getHeight()))
          .isPositive();
    }
  }

  private static int rows(TestWindow window) {
    return Toolkit.call(
        () -> window.window().scene().getRoot().lookupAll(".usage .chart-row").size());
  }

  private static double width(TestWindow window, String selector) {
    return Toolkit.call(() -> window.find(Region.class, selector).getWidth());
  }

  private static double height(TestWindow window, String selector) {
    return Toolkit.call(() -> window.find(Region.class, selector).getHeight());
  }

  private static void press(TestWindow window, String selector, KeyCode code, boolean shift) {
    Toolkit.run(
        () -> {
          Region divider = window.find(Region.class, selector);
          divider.requestFocus();
          divider.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
        });
    Toolkit.frames(2);
  }

  private static void drag(TestWindow window, String selector, double x, double y) {
    fire(window, selector, MouseEvent.MOUSE_PRESSED, 0, 0, 1);
    fire(window, selector, MouseEvent.MOUSE_DRAGGED, x / 2, y / 2, 1);
    fire(window, selector, MouseEvent.MOUSE_DRAGGED, x, y, 1);
    fire(window, selector, MouseEvent.MOUSE_RELEASED, x, y, 1);
    Toolkit.frames(2);
  }

  private static void click(TestWindow window, String selector, int count) {
    fire(window, selector, MouseEvent.MOUSE_PRESSED, 0, 0, count);
    fire(window, selector, MouseEvent.MOUSE_RELEASED, 0, 0, count);
    Toolkit.frames(2);
  }

  /** The pointer is at a place of the scene, which does not move with the divider. */
  private static void fire(
      TestWindow window, String selector, EventType<MouseEvent> type, double x, double y, int n) {
    Toolkit.run(
        () ->
            window
                .find(Region.class, selector)
                .fireEvent(
                    new MouseEvent(
                        type,
                        600 + x,
                        600 + y,
                        600 + x,
                        600 + y,
                        MouseButton.PRIMARY,
                        n,
                        false,
                        false,
                        false,
                        false,
                        type != MouseEvent.MOUSE_RELEASED,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null)));
  }
}
