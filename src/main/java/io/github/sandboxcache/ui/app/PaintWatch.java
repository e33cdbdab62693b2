package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.ui.cache.TableContent;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javafx.application.Platform;
import javafx.scene.shape.Rectangle;

/**
 * Tells when the table's rows have been painted, in one line for every frame that shows other rows
 * than the one before, or knows more of them: {@code painted MICROSECONDS images=COUNT FRESHNESS},
 * the time since 1970 UTC. For measurements only. FX thread only.
 */
final class PaintWatch {
  private final MainWindow window;
  private final PrintStream out;
  private TableContent painted = TableContent.EMPTY;
  private Freshness known = Freshness.UNKNOWN;

  private PaintWatch(MainWindow window, PrintStream out) {
    this.window = window;
    this.out = out;
  }

  /** Prints such lines from now on. */
  static void start(MainWindow window, PrintStream out) {
    PaintWatch watch = new PaintWatch(window, out);
    window.scene().addPostLayoutPulseListener(watch::laidOut);
  }

  private void laidOut() {
    TableContent content = window.images().contentProperty().get();
    Freshness freshness = window.cache().view().state().freshness();
    if (freshness != known || !content.equals(painted)) {
      painted = content;
      known = freshness;
      // The frame goes to the painter when this pulse ends.
      Platform.runLater(() -> report(content, freshness));
    }
  }

  private void report(TableContent content, Freshness freshness) {
    waitForPainter();
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    out.println("painted " + now + " images=" + content.images() + " " + freshness);
    out.flush();
  }

  /** The painter takes one piece of work after the other, so that its answer comes last. */
  private static void waitForPainter() {
    var _ = new Rectangle(1, 1).snapshot(null, null);
  }
}
