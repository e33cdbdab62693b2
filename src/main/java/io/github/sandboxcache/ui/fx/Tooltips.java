package io.github.sandboxcache.ui.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Tooltips that come soon and go when there is nothing to say. */
public final class Tooltips {
  private static final Duration DELAY = Duration.millis(400);

  private Tooltips() {}

  /** Shows that text under the pointer. */
  public static Tooltip install(Node node, String text) {
    Tooltip tooltip = new Tooltip(text);
    tooltip.setShowDelay(DELAY);
    Tooltip.install(node, tooltip);
    return tooltip;
  }

  /**
   * Shows the text of the moment; none while it is empty. A disabled control gets no pointer, so
   * its reason is installed on the box around it.
   */
  public static void bind(Node node, ObservableValue<String> text) {
    Tooltip tooltip = new Tooltip();
    tooltip.setShowDelay(DELAY);
    tooltip.textProperty().bind(text);
    Runnable update =
        () -> {
          Tooltip.uninstall(node, tooltip);
          if (!text.getValue().isEmpty()) {
            Tooltip.install(node, tooltip);
          }
        };
    text.addListener((_, _, _) -> update.run());
    update.run();
  }
}
