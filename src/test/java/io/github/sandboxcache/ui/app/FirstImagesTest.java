package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.ui.app.TestWindow.Setup;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Guards what the first frame waits for, and what waits for it. */
class FirstImagesTest {
  /** Longer than the window waits for images. */
  private static final int SLOW_MILLIS = 2_000;

  private final TestWindow window = TestWindow.open(Setup.light(1280, 820));

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void whatIsNotSeenFirstComesAfterTheFirstFrameHoweverLongThatTakes() {
    List<String> order = new ArrayList<>();

    Toolkit.run(
        () -> {
          FirstImages.painted(window.window(), () -> order.add("what is not seen first"));
          Runnable frame = () -> order.add("frame");
          window.window().scene().addPostLayoutPulseListener(frame);
          beSlow();
          Platform.requestNextPulse();
        });
    Toolkit.frames(3);

    assertThat(Toolkit.call(() -> order.stream().distinct().toList()))
        .containsExactly("frame", "what is not seen first");
  }

  private static void beSlow() {
    try {
      Thread.sleep(SLOW_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
