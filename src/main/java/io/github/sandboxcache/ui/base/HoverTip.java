package io.github.sandboxcache.ui.base;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * The text under the pointer on a node. The tooltip itself, a window of its own, is made when the
 * pointer first comes: a table has hundreds that nobody ever sees. FX thread only.
 */
public final class HoverTip {
  private static final Duration DELAY = Duration.millis(400);

  private final Node node;
  private String text = "";
  private Optional<Tooltip> tooltip = Optional.empty();
  private boolean installed;

  private HoverTip(Node node) {
    this.node = node;
  }

  /** Nothing to say yet. */
  public static HoverTip on(Node node) {
    HoverTip tip = new HoverTip(node);
    node.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> tip.pointerCame());
    return tip;
  }

  /** Shows that text under the pointer. */
  public static HoverTip install(Node node, String text) {
    HoverTip tip = on(node);
    tip.setText(text);
    return tip;
  }

  /**
   * Shows the text of the moment; none while it is empty. A disabled control gets no pointer, so
   * its reason is installed on the box around it.
   */
  public static void bind(Node node, ObservableValue<String> text) {
    text.subscribe(on(node)::setText);
  }

  /** Says that from now on; nothing while it is empty. */
  public void setText(String next) {
    if (!next.equals(text)) {
      text = next;
      node.setAccessibleHelp(next);
      tooltip.ifPresent(this::update);
    }
  }

  /** What it says. */
  public String text() {
    return text;
  }

  private void pointerCame() {
    if (tooltip.isEmpty() && !text.isEmpty()) {
      Tooltip made = new Tooltip();
      made.setShowDelay(DELAY);
      tooltip = Optional.of(made);
      update(made);
    }
  }

  private void update(Tooltip made) {
    made.setText(text);
    if (installed == text.isEmpty()) {
      installed = !installed;
      if (installed) {
        Tooltip.install(node, made);
      } else {
        Tooltip.uninstall(node, made);
      }
    }
  }
}
