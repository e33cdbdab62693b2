package io.github.sandboxcache.ui.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;

/**
 * The words that a part of a window paints, in the order in which it paints them: what has been
 * scrolled away, is invisible or stands on nothing is not among them. FX thread only.
 */
final class ShownWords {
  private final List<Word> words = new ArrayList<>();

  private ShownWords() {}

  /**
   * Words on the screen.
   *
   * @param node paints them
   * @param said the words as they are painted
   * @param meant the words as they would be painted if there were room
   * @param bounds where they stand in the scene
   * @param above the nodes they are in, the nearest first
   */
  record Word(Text node, String said, String meant, Bounds bounds, List<Node> above) {
    boolean isCut() {
      return !said.equals(meant);
    }

    /** Whether who points at them, or listens, is told what is missing. */
    boolean isToldInFull() {
      return above.stream()
          .flatMap(node -> Stream.ofNullable(node.getAccessibleHelp()))
          .anyMatch(help -> help.replaceAll("\\s+", " ").contains(meant.replaceAll("\\s+", " ")));
    }

    @Override
    public String toString() {
      return "%s at %.0f, %.0f".formatted(said, bounds.getMinX(), bounds.getMinY());
    }
  }

  static List<Word> in(Node part) {
    // A text that has just been set is painted in the next frame only.
    part.getScene().getRoot().applyCss();
    part.getScene().getRoot().layout();
    ShownWords shown = new ShownWords();
    shown.collect(part, above(part), everywhere());
    return List.copyOf(shown.words);
  }

  private static List<Node> above(Node part) {
    List<Node> above = new ArrayList<>();
    for (Node at = part.getParent(); at != null; at = at.getParent()) {
      above.add(at);
    }
    return above;
  }

  private void collect(Node node, List<Node> above, Bounds view) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    if (node instanceof Text text && !text.getText().isBlank()) {
      Bounds bounds = text.localToScene(text.getLayoutBounds());
      if (view.contains(bounds)) {
        words.add(new Word(text, text.getText(), meant(text, above), bounds, List.copyOf(above)));
      }
    } else if (node instanceof Parent parent) {
      List<Node> around = Stream.concat(Stream.of(node), above.stream()).toList();
      Bounds seen =
          node instanceof ScrollPane || node instanceof VirtualFlow<?>
              ? common(view, node.localToScene(node.getLayoutBounds()))
              : view;
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, around, seen));
    }
  }

  /** A list that is scrolled within a pane that is scrolled shows what both show. */
  private static Bounds common(Bounds a, Bounds b) {
    double x = Math.max(a.getMinX(), b.getMinX());
    double y = Math.max(a.getMinY(), b.getMinY());
    return new BoundingBox(
        x,
        y,
        Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - x),
        Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - y));
  }

  private static String meant(Text text, List<Node> above) {
    return above.getFirst() instanceof Labeled labeled && labeled.getText() != null
        ? labeled.getText()
        : text.getText();
  }

  private static Bounds everywhere() {
    double far = 1e6;
    return new BoundingBox(-far, -far, 2 * far, 2 * far);
  }
}
