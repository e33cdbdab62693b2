package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.EngineStatus;
import io.github.sandboxcache.ui.cache.TableContent;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import javafx.util.Subscription;

/**
 * Waits for the first images, so that the window comes with them, and what is not seen first comes
 * after them; but not for long. FX thread only.
 */
final class FirstImages {
  private static final Duration MAX_WAIT_TO_OPEN = Duration.millis(120);
  private static final Duration MAX_WAIT_TO_COMPLETE = Duration.millis(1_500);
  private final MainWindow window;
  private final Runnable next;
  private final PauseTransition patience;
  private final Runnable stopListening;
  private boolean done;

  private FirstImages(MainWindow window, Duration maxWait, Runnable next, boolean painted) {
    this.window = window;
    this.next = next;
    this.patience = new PauseTransition(maxWait);
    patience.setOnFinished(_ -> finish());
    if (painted) {
      Runnable listener = this::laidOut;
      window.scene().addPostLayoutPulseListener(listener);
      stopListening = () -> window.scene().removePostLayoutPulseListener(listener);
    } else {
      Subscription rows = window.images().contentProperty().subscribe((_, _) -> finishWithRows());
      stopListening = rows::unsubscribe;
      patience.play();
      finishWithRows();
    }
  }

  /** Runs what is next once, when there are rows or none came in time. */
  static void loaded(MainWindow window, Runnable next) {
    var _ = new FirstImages(window, MAX_WAIT_TO_OPEN, next, false);
  }

  /** Runs what is next once, when rows are on their way to the painter or none will come soon. */
  static void painted(MainWindow window, Runnable next) {
    var _ = new FirstImages(window, MAX_WAIT_TO_COMPLETE, next, true);
  }

  private void finishWithRows() {
    if (hasRows()) {
      finish();
    }
  }

  private void laidOut() {
    if (hasRows() || window.engine().statusProperty().get() instanceof EngineStatus.None) {
      // The frame goes to the painter when this pulse ends.
      Platform.runLater(this::finish);
    } else {
      // On a slow machine more time than that passes before there is any frame.
      patience.play();
    }
  }

  private boolean hasRows() {
    return !window.images().contentProperty().get().equals(TableContent.EMPTY);
  }

  private void finish() {
    if (!done) {
      done = true;
      patience.stop();
      stopListening.run();
      next.run();
    }
  }
}
