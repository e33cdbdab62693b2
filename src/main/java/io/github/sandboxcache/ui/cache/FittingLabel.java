package io.github.sandboxcache.ui.cache;

import java.util.List;
import javafx.scene.control.Label;

/** A small label that says as much as there is room for, and nothing rather than a part of it. */
final class FittingLabel extends Label {
  private List<String> lengths = List.of();

  FittingLabel() {
    getStyleClass().add("small");
    setMinWidth(USE_PREF_SIZE);
  }

  /** What it says, the longest first. */
  void setLengths(List<String> texts) {
    lengths = List.copyOf(texts);
    setText(lengths.isEmpty() ? "" : lengths.getFirst());
  }

  /**
   * Says the longest that fits, and nothing where none does.
   *
   * @param room in pixels
   * @return how wide it is then, 0 or more
   */
  double fit(double room) {
    for (String text : lengths) {
      setText(text);
      double width = text.isEmpty() ? 0 : prefWidth(USE_COMPUTED_SIZE);
      if (width <= room) {
        setVisible(!text.isEmpty());
        return width;
      }
    }
    setVisible(false);
    return 0;
  }
}
