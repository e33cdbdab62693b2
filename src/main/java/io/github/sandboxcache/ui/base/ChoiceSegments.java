package io.github.sandboxcache.ui.base;

import java.util.Map;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.controlsfx.control.SegmentedButton;

/** A few choices of which exactly one is chosen. FX thread only. */
public final class ChoiceSegments {
  private ChoiceSegments() {}

  /**
   * Has the chosen value and the selected segment follow each other. Whatever selects a segment,
   * pointer or arrow keys, chooses its value; the selected one cannot be deselected.
   *
   * @param choices the value of each segment
   */
  public static <T> void bind(
      SegmentedButton segments, Map<ToggleButton, T> choices, Property<T> chosen) {
    bind(segments.getToggleGroup(), choices, chosen);
  }

  /** The same for buttons that do not stand in one control. */
  public static <T> void bind(ToggleGroup group, Map<ToggleButton, T> choices, Property<T> chosen) {
    group
        .selectedToggleProperty()
        .addListener(
            (_, before, now) -> {
              if (now == null) {
                group.selectToggle(before);
              }
              choices.forEach(
                  (button, value) -> {
                    if (button.equals(now)) {
                      chosen.setValue(value);
                    }
                  });
            });
    choices.keySet().forEach(button -> button.setToggleGroup(group));
    chosen.subscribe(
        value ->
            choices.forEach(
                (button, its) -> {
                  if (its.equals(value)) {
                    group.selectToggle(button);
                  }
                }));
  }

  /** Puts the keyboard onto the selected segment. */
  public static void focus(SegmentedButton segments) {
    segments.getButtons().stream()
        .filter(ToggleButton::isSelected)
        .forEach(ToggleButton::requestFocus);
  }
}
