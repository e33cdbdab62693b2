package io.github.sandboxcache.ui.base;

import javafx.scene.layout.Region;

/** Pages that stand in for the window's usual content. FX thread only. */
public interface Pages {
  /** Which part of the window a page fills. */
  enum Extent {
    /** Everything between header and status bar. */
    WITHOUT_FIGURES,
    /** Everything between the key figures and the status bar. */
    BELOW_FIGURES
  }

  /** Shows a page in place of table, details and charts. */
  void show(Region page, Extent extent);

  /** Brings table, details and charts back. */
  void showImages();
}
