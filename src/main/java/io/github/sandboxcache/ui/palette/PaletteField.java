package io.github.sandboxcache.ui.palette;

import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/**
 * The field above the list. It keeps the keyboard while the arrow keys move in the list, so it
 * tells a screen reader which line is meant as if that had the keyboard.
 */
public final class PaletteField extends TextField {
  private Optional<ListView<?>> list = Optional.empty();

  /** Speaks for that list from now on. */
  void speakFor(ListView<?> lines) {
    list = Optional.of(lines);
    lines
        .getFocusModel()
        .focusedIndexProperty()
        .subscribe(() -> notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM));
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.FOCUS_ITEM && list.isPresent()
        ? list.get().queryAccessibleAttribute(attribute, parameters)
        : super.queryAccessibleAttribute(attribute, parameters);
  }
}
