package io.github.sandboxcache.ui.base;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.Region;

/** The slot at the right edge, of which a panel hides the details. FX thread only. */
public final class SidePanel {
  /** Its width in pixels. */
  public static final double WIDTH = 352;

  private final ReadOnlyObjectWrapper<Optional<Region>> panel =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** What is in the slot. */
  public ReadOnlyObjectProperty<Optional<Region>> panelProperty() {
    return panel.getReadOnlyProperty();
  }

  /** Whether something is in the slot. */
  public boolean isShowing() {
    return panel.get().isPresent();
  }

  /** Shows a panel there. */
  public void show(Region content) {
    panel.set(Optional.of(content));
  }

  /** Empties the slot. */
  public void hide() {
    panel.set(Optional.empty());
  }
}
