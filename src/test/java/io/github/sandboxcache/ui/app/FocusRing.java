package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;

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
    int[] with = picture(node);
    mark(node, false);
    int[] without = picture(node);
    mark(node, true);
    assertThat(without).hasSameSizeAs(with);
    return (int) IntStream.range(0, with.length).filter(i -> with[i] != without[i]).count();
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

  private static int[] picture(Node node) {
    Toolkit.frames(2);
    return Screenshots.pixels(
        Toolkit.call(() -> node.getScene().getRoot().snapshot(new SnapshotParameters(), null)));
  }
}
