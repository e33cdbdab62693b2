package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.ui.base.ChoiceSegments;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/** Which range of time is shown: by its segments, and in all of an area by the keys 1 to 4. */
final class RangeSwitch {
  private final ObjectProperty<UsageRange> range;

  /** Chooses that range. */
  RangeSwitch(ObjectProperty<UsageRange> range) {
    this.range = range;
  }

  /** Gives the control a segment for each range. */
  void fill(SegmentedButton segments, UiTexts texts) {
    Map<ToggleButton, UsageRange> choices = new LinkedHashMap<>();
    for (UsageRange each : UsageRange.values()) {
      String key = UsageText.key(each);
      ToggleButton button = new ToggleButton(texts.text("usage.range.short." + key));
      button.setAccessibleText(texts.text("usage.range." + key));
      button.setMinWidth(Region.USE_PREF_SIZE);
      choices.put(button, each);
    }
    segments.getButtons().setAll(choices.keySet());
    ChoiceSegments.bind(segments, choices, range);
  }

  /** Has the keys 1 to 4 choose a range while the keyboard is in that area. */
  void listenIn(Node area) {
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private void onKey(KeyEvent event) {
    if (!event.isShortcutDown() && !event.isAltDown()) {
      rangeOf(event.getCode())
          .ifPresent(
              wanted -> {
                range.set(wanted);
                event.consume();
              });
    }
  }

  private static Optional<UsageRange> rangeOf(KeyCode code) {
    return switch (code) {
      case DIGIT1, NUMPAD1 -> Optional.of(UsageRange.DAY);
      case DIGIT2, NUMPAD2 -> Optional.of(UsageRange.WEEK);
      case DIGIT3, NUMPAD3 -> Optional.of(UsageRange.MONTH);
      case DIGIT4, NUMPAD4 -> Optional.of(UsageRange.ALL);
      default -> Optional.empty();
    };
  }
}
