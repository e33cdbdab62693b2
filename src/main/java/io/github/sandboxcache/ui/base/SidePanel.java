package io.github.sandboxcache.ui.base;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.layout.Region;

/** The slot at the right edge that takes the place of the details pane. FX thread only. */
public interface SidePanel {
  /** Its width in pixels. */
  double WIDTH = 352;

  /** Shows a panel there. */
  void show(Region panel);

  /** Empties the slot. */
  void hide();

  /** Whether something is in the slot. */
  ReadOnlyBooleanProperty showingProperty();
}
