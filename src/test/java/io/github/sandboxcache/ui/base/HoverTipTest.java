package io.github.sandboxcache.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.ui.app.Toolkit;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** A tooltip is made for who comes with the pointer; a screen reader has its text before. */
class HoverTipTest {
  private final Region node = new Region();
  private final HoverTip tip = Toolkit.call(() -> HoverTip.on(node));

  @Test
  void noTooltipIsMadeBeforeThePointerComes() {
    Toolkit.run(() -> tip.setText("128 MB"));

    assertThat(node.hasProperties()).isFalse();
    assertThat(node.getAccessibleHelp()).isEqualTo("128 MB");
  }

  @Test
  void thePointerFindsATooltip() {
    Toolkit.run(
        () -> {
          tip.setText("128 MB");
          pointerComes();
        });

    assertThat(node.getProperties()).isNotEmpty();
  }

  @Test
  void withoutATextThereIsNone() {
    Toolkit.run(
        () -> {
          tip.setText("128 MB");
          pointerComes();
          tip.setText("");
        });

    assertThat(node.getProperties()).isEmpty();
  }

  @Test
  void aTextThatComesLaterIsShownToo() {
    Toolkit.run(
        () -> {
          pointerComes();
          tip.setText("128 MB");
          pointerComes();
        });

    assertThat(node.getProperties()).isNotEmpty();
  }

  private void pointerComes() {
    node.fireEvent(
        new MouseEvent(
            MouseEvent.MOUSE_ENTERED,
            1,
            1,
            1,
            1,
            MouseButton.NONE,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            null));
  }
}
