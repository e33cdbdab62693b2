package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.EngineStatus;
import io.github.sandboxcache.ui.cache.TableContent;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * Puts off what need not be there when the window opens until the images are on their way to the
 * painter, or until it is clear that none will come soon. FX thread only.
 */
final class FirstPaint {
  private static final Duration MAX_WAIT = Duration.millis(700);

  private final MainWindow window;
  private final Runnable rest;
  private final Runnable listener = this::laidOut;
  private final PauseTransition patience = new PauseTransition(MAX_WAIT);
  private boolean done;

  private FirstPaint(MainWindow window, Runnable rest) {
    this.window = window;
    this.rest = rest;
  }

  /** Runs the rest once, later. */
  static void then(MainWindow window, Runnable rest) {
    FirstPaint paint = new FirstPaint(window, rest);
    window.scene().addPostLayoutPulseListener(paint.listener);
    paint.patience.setOnFinished(_ -> paint.finish());
    paint.patience.play();
  }

  private void laidOut() {
    boolean rows = !window.images().contentProperty().get().equals(TableContent.EMPTY);
    boolean noEngine =
        window.context().engine().statusProperty().get() instanceof EngineStatus.None;
    if (rows || noEngine) {
      // The frame goes to the painter when this pulse ends.
      Platform.runLater(this::finish);
    }
  }

  private void finish() {
    if (!done) {
      done = true;
      patience.stop();
      window.scene().removePostLayoutPulseListener(listener);
      rest.run();
    }
  }
}
