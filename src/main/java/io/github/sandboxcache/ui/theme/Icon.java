package io.github.sandboxcache.ui.theme;

import javafx.beans.NamedArg;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeType;
import javafx.scene.transform.Scale;

/**
 * An icon: a stroked path in a square box of fixed size. Its colour comes from the style class
 * {@code icon} and a second one such as {@code ok}, {@code warn} or {@code text3}.
 */
public final class Icon extends Region {
  /** The box in buttons, in pixels. */
  public static final double BUTTON_SIZE = 16;

  /** The box in table rows, in pixels. */
  public static final double ROW_SIZE = 14;

  /** The box in tags, in pixels. */
  public static final double TAG_SIZE = 12;

  private static final double GRID = 16;

  private final double size;
  private final SVGPath path = new SVGPath();

  /** An icon as large as buttons have it. */
  public Icon(String name) {
    this(name, BUTTON_SIZE);
  }

  /**
   * An icon of any size.
   *
   * @param name its name in {@code icons.properties}
   * @param size edge of its box in pixels
   */
  public Icon(
      @NamedArg("name") String name, @NamedArg(value = "size", defaultValue = "16") double size) {
    this.size = size;
    getStyleClass().add("icon");
    path.getStyleClass().add("shape");
    path.setStrokeType(StrokeType.CENTERED);
    path.setManaged(false);
    path.getTransforms().add(new Scale(size / GRID, size / GRID, 0, 0));
    setName(name);
    getChildren().add(path);
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    setMouseTransparent(true);
  }

  /** Shows another icon in the same box. */
  public void setName(String name) {
    path.setContent(IconPaths.of(name));
  }

  /** Edge of the box in pixels. */
  public double size() {
    return size;
  }

  /** Adds style classes and returns itself. */
  public Icon styled(String... styleClasses) {
    getStyleClass().addAll(styleClasses);
    return this;
  }
}
