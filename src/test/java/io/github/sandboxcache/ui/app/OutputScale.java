package io.github.sandboxcache.ui.app;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/**
 * A scene as a screen of a higher resolution has it. The headless platform's own screen has a scale
 * of 1; but the toolkit lays out for what the window is rendered with, and that can be set.
 */
public final class OutputScale {
  private static final double TINY = 1e-3;

  private final Scene scene;
  private final double scale;

  private OutputScale(Scene scene, double scale) {
    this.scene = scene;
    this.scale = scale;
  }

  /**
   * Has the scene's window rendered with that scale.
   *
   * @param scale device pixels in a pixel
   */
  public static OutputScale of(Scene scene, double scale) {
    Toolkit.run(
        () -> {
          scene.getWindow().setRenderScaleX(scale);
          scene.getWindow().setRenderScaleY(scale);
          nodes(scene.getRoot()).forEach(OutputScale::layOutAnew);
        });
    Toolkit.frames(4);
    return new OutputScale(scene, scale);
  }

  /** Writes a picture in device pixels and returns it. */
  public WritableImage photograph(String name) {
    WritableImage picture = Toolkit.call(this::picture);
    Screenshots.write(picture, "%s-%.0f".formatted(name, 100 * scale));
    return picture;
  }

  private WritableImage picture() {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(scale, scale));
    parameters.setViewport(
        new Rectangle2D(0, 0, scale * scene.getWidth(), scale * scene.getHeight()));
    return scene.getRoot().snapshot(parameters, null);
  }

  /** The painted boxes with an edge between two device pixels, which would be blurred. */
  public List<String> blurredBoxes() {
    return Toolkit.call(
        () ->
            shown()
                .filter(node -> node instanceof Region region && isPainted(region))
                .filter(node -> !standsOnDevicePixels(node))
                .map(node -> "%s %s".formatted(node, node.localToScene(node.getLayoutBounds())))
                .toList());
  }

  /** The words of labels and buttons that end with an ellipsis, each once. */
  public Set<String> cutTexts() {
    return Toolkit.call(
        () -> {
          Set<String> cut = new TreeSet<>();
          shown()
              .filter(node -> node instanceof Labeled labeled && isCut(labeled))
              .forEach(node -> cut.add(((Labeled) node).getText()));
          return cut;
        });
  }

  /** The arrows by which one reaches tabs that found no room; each stands for some. */
  public List<String> tabsWithoutRoom() {
    return Toolkit.call(
        () ->
            shown()
                .filter(node -> node.getStyleClass().contains("tab-down-button"))
                .map(Node::toString)
                .toList());
  }

  /** What is painted from pixels rather than drawn, and so gets coarse. */
  public List<String> bitmaps() {
    return Toolkit.call(
        () ->
            shown()
                .filter(
                    node ->
                        node instanceof ImageView
                            || (node instanceof Region region && hasImage(region)))
                .map(Node::toString)
                .toList());
  }

  private Stream<Node> shown() {
    return nodes(scene.getRoot()).filter(OutputScale::isShown);
  }

  private static Stream<Node> nodes(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(OutputScale::nodes))
        : Stream.of(node);
  }

  private static void layOutAnew(Node node) {
    if (node instanceof Parent parent) {
      parent.requestLayout();
    }
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPainted(Region region) {
    return (region.getBackground() != null && !region.getBackground().isEmpty())
        || (region.getBorder() != null && !region.getBorder().isEmpty());
  }

  private static boolean hasImage(Region region) {
    return (region.getBackground() != null && !region.getBackground().getImages().isEmpty())
        || (region.getBorder() != null && !region.getBorder().getImages().isEmpty());
  }

  private boolean standsOnDevicePixels(Node node) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    return isWhole(bounds.getMinX())
        && isWhole(bounds.getMinY())
        && isWhole(bounds.getMaxX())
        && isWhole(bounds.getMaxY());
  }

  private boolean isWhole(double value) {
    return Math.abs(value * scale - Math.rint(value * scale)) < TINY;
  }

  private static boolean isCut(Labeled labeled) {
    String ellipsis = labeled.getEllipsisString();
    return labeled.getText() != null
        && !labeled.getText().endsWith(ellipsis)
        && labeled.getChildrenUnmodifiable().stream()
            .anyMatch(child -> child instanceof Text text && text.getText().endsWith(ellipsis));
  }
}
