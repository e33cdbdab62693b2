package io.github.sandboxcache.ui.base;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Tooltips that come soon and go when there is nothing to say. */
public final class Tooltips {
  private Tooltips() {}

  /** Shows that text under the pointer. */
  public static HoverTip install(Node node, String text) {
    HoverTip tip = HoverTip.on(node);
    tip.setText(text);
    return tip;
  }

  /**
   * Shows the text of the moment; none while it is empty. A disabled control gets no pointer, so
   * its reason is installed on the box around it.
   */
  public static void bind(Node node, ObservableValue<String> text) {
    text.subscribe(HoverTip.on(node)::setText);
  }
}
