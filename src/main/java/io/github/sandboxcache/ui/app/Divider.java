package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.Split;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The line before an area at the right or at the bottom, which is dragged, or moved by the arrow
 * keys, to give the area another size. A double click or Home gives it its first size again.
 *
 * <p>JavaFX's own split pane cannot be moved by keys, and knows no area that lies over another.
 */
final class Divider extends Region {
  /** How broad the line is for the pointer, in pixels. */
  static final double BREADTH = 5;

  private static final double STEP = 16;
  private static final double LARGE_STEP = 64;

  private final Split split;
  private final Orientation line;
  private double grabbedAt;
  private double grabbedSize;
  private boolean grabbed;

  /**
   * A divider that moves that split.
   *
   * @param line vertical for an area at the right, horizontal for one at the bottom
   * @param name what a screen reader calls it
   */
  Divider(Split split, Orientation line, String name) {
    this.split = split;
    this.line = line;
    getStyleClass().addAll("divider", line == Orientation.VERTICAL ? "upright" : "level");
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText(name);
    setFocusTraversable(true);
    // It lies over both areas, yet the keyboard comes to it between them.
    setViewOrder(-1);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    split
        .wantedProperty()
        .subscribe(() -> notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE));
  }

  private void press(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (event.getClickCount() == 2) {
      split.reset();
    } else {
      grabbed = true;
      grabbedAt = along(event);
      grabbedSize = split.size();
    }
    event.consume();
  }

  private void drag(MouseEvent event) {
    if (grabbed) {
      split.resize(grabbedSize + grabbedAt - along(event));
      event.consume();
    }
  }

  private void release(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      grabbed = false;
    }
  }

  private double along(MouseEvent event) {
    return line == Orientation.VERTICAL ? event.getSceneX() : event.getSceneY();
  }

  private void key(KeyEvent event) {
    if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      return;
    }
    double step = event.isShiftDown() ? LARGE_STEP : STEP;
    if (event.getCode() == larger()) {
      split.grow(step);
    } else if (event.getCode() == smaller()) {
      split.grow(-step);
    } else if (event.getCode() == KeyCode.HOME) {
      split.reset();
    } else if (event.getCode() == KeyCode.END) {
      split.resize(split.most());
    } else {
      return;
    }
    event.consume();
  }

  private KeyCode larger() {
    return line == Orientation.VERTICAL ? KeyCode.LEFT : KeyCode.UP;
  }

  private KeyCode smaller() {
    return line == Orientation.VERTICAL ? KeyCode.RIGHT : KeyCode.DOWN;
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case VALUE -> split.size();
      case MIN_VALUE -> split.least();
      case MAX_VALUE -> split.most();
      case ORIENTATION -> line;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    switch (action) {
      case INCREMENT -> split.grow(STEP);
      case DECREMENT -> split.grow(-STEP);
      case SET_VALUE -> {
        if (parameters.length > 0 && parameters[0] instanceof Number size) {
          split.resize(size.doubleValue());
        }
      }
      default -> super.executeAccessibleAction(action, parameters);
    }
  }
}
