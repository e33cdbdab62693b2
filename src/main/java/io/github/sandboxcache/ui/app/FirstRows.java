package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.cache.TableContent;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import javafx.util.Subscription;

/**
 * Waits a moment for the first images, so that the window comes with them instead of being filled
 * just after. FX thread only.
 */
final class FirstRows {
  private static final Duration MAX_WAIT = Duration.millis(120);

  private final PauseTransition patience = new PauseTransition(MAX_WAIT);
  private final Runnable next;
  private Subscription rows = Subscription.EMPTY;
  private boolean done;

  private FirstRows(Runnable next) {
    this.next = next;
  }

  /** Runs what is next once, when there are images or none came in time. */
  static void then(MainWindow window, Runnable next) {
    FirstRows wait = new FirstRows(next);
    wait.patience.setOnFinished(_ -> wait.finish());
    wait.patience.play();
    wait.rows =
        window
            .images()
            .contentProperty()
            .subscribe(
                content -> {
                  if (!content.equals(TableContent.EMPTY)) {
                    wait.finish();
                  }
                });
    if (wait.done) {
      wait.rows.unsubscribe();
    }
  }

  private void finish() {
    if (!done) {
      done = true;
      rows.unsubscribe();
      patience.stop();
      next.run();
    }
  }
}
