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
  private FocusBefore focusBefore = FocusBefore.NOWHERE;

  /** What is in the slot. */
  public ReadOnlyObjectProperty<Optional<Region>> panelProperty() {
    return panel.getReadOnlyProperty();
  }

  /** Whether something is in the slot. */
  public boolean isShowing() {
    return panel.get().isPresent();
  }

  /** Shows a panel there, which gets the keyboard. */
  public void show(Region content) {
    panel.set(Optional.of(content));
    focusBefore = FocusBefore.in(content.getScene());
    boolean _ = KeyboardFocus.enter(content);
  }

  /** Empties the slot; the keyboard returns to where it was, unless it has left the panel. */
  public void hide() {
    boolean within = panel.get().filter(KeyboardFocus::isIn).isPresent();
    panel.set(Optional.empty());
    if (within) {
      focusBefore.giveBack();
    }
  }
}
