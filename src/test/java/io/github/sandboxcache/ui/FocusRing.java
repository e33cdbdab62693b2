package io.github.sandboxcache.ui;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;

/** Looks for the ring around what has the keyboard. */
public final class FocusRing {
  private static final PseudoClass VISIBLE = PseudoClass.getPseudoClass("focus-visible");
  private static final List<PseudoClass> STATES =
      List.of(PseudoClass.getPseudoClass("focused"), VISIBLE);

  private static final PseudoClass WITHIN = PseudoClass.getPseudoClass("focus-within");

  /** The box around a field may have its ring; so many boxes may be around it. */
  private static final int BOXES = 6;

  private FocusRing() {}

  /** Whether the toolkit and the sheets are told that the focus of that node is to be seen. */
  public static boolean isAsked(Node node) {
    return Toolkit.call(() -> node.getPseudoClassStates().contains(VISIBLE));
  }

  /**
   * How many pixels of the window are there only because it has the focus.
   *
   * @param node the focus owner; it keeps the focus
   */
  public static int pixels(Node node) {
    WritableImage with = picture(node);
    mark(node, false);
    WritableImage without = picture(node);
    mark(node, true);
    int different = 0;
    for (int y = 0; y < (int) with.getHeight(); y++) {
      for (int x = 0; x < (int) with.getWidth(); x++) {
        if (with.getPixelReader().getArgb(x, y) != without.getPixelReader().getArgb(x, y)) {
          different++;
        }
      }
    }
    return different;
  }

  private static void mark(Node node, boolean on) {
    Toolkit.run(
        () -> {
          STATES.forEach(state -> node.pseudoClassStateChanged(state, on));
          Node at = node.getParent();
          for (int i = 0; i < BOXES && at != null; i++) {
            at.pseudoClassStateChanged(WITHIN, on);
            at = at.getParent();
          }
        });
  }

  private static WritableImage picture(Node node) {
    Toolkit.frames(2);
    return Toolkit.call(() -> node.getScene().getRoot().snapshot(new SnapshotParameters(), null));
  }
}
