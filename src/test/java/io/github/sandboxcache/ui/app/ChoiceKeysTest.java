package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.ui.app.TestWindow.Setup;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.SegmentedButton;
import org.junit.jupiter.api.Test;

/** Segments by keyboard: arrow keys choose and act, and one segment is always chosen. */
class ChoiceKeysTest {
  @Test
  void arrowKeysChooseTheRangeThatIsShown() {
    try (TestWindow window = TestWindow.open(Setup.light(1280, 820))) {
      ToggleButton week = ranges(window).get(1);
      Toolkit.run(week::requestFocus);

      window.press(KeyCode.RIGHT);

      assertThat(shown(window)).isEqualTo(UsageRange.MONTH);
      assertThat(Toolkit.call(() -> ranges(window).get(2).isFocused())).isTrue();

      window.press(KeyCode.LEFT);
      window.press(KeyCode.LEFT);

      assertThat(shown(window)).isEqualTo(UsageRange.DAY);
    }
  }

  @Test
  void theChosenSegmentCannotBeDeselected() {
    try (TestWindow window = TestWindow.open(Setup.light(1280, 820))) {
      Toolkit.run(ranges(window).get(1)::fire);

      assertThat(Toolkit.call(() -> ranges(window).get(1).isSelected())).isTrue();
      assertThat(shown(window)).isEqualTo(UsageRange.WEEK);
    }
  }

  private static List<ToggleButton> ranges(TestWindow window) {
    return window.find(SegmentedButton.class, "#rangeSwitch").getButtons();
  }

  private static UsageRange shown(TestWindow window) {
    return Toolkit.call(() -> window.window().cache().view().usage().range());
  }
}
