package io.github.sandboxcache.ui.usage;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;

/** Which columns of the hit rates there is room for; those of least worth go first. */
final class RateColumns {
  /** Narrower than that, in pixels, cells would be too thin to be told apart. */
  private static final double MIN_WIDTH_FOR_MISSES = 600;

  private static final double MIN_WIDTH_FOR_WAITED = 480;

  private final BooleanProperty misses = new SimpleBooleanProperty(true);
  private final BooleanProperty waited = new SimpleBooleanProperty(true);

  /** Takes up how wide the panel is, in pixels. */
  void fit(double width) {
    misses.set(width >= MIN_WIDTH_FOR_MISSES);
    waited.set(width >= MIN_WIDTH_FOR_WAITED);
  }

  /** Shows these nodes of a row while there is room for their columns. */
  void follow(Node missesCell, Node waitedCell) {
    bind(missesCell, misses);
    bind(waitedCell, waited);
  }

  private static void bind(Node cell, BooleanProperty shown) {
    cell.visibleProperty().bind(shown);
    cell.managedProperty().bind(shown);
  }
}
