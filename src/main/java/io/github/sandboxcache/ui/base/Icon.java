package io.github.sandboxcache.ui.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
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

  /** Path data by name, on a grid of 16 by 16. */
  private static final Properties PATHS = loadPaths();

  private static final double GRID = 16;

  private final SVGPath path = new SVGPath();
  private String name = "";
  private final Scale scale = new Scale(1, 1, 0, 0);

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
  public Icon(String name, double size) {
    this();
    setSize(size);
    setName(name);
  }

  /**
   * An empty box as large as buttons have it; for views, which set name and size when they have
   * made it.
   */
  public Icon() {
    getStyleClass().add("icon");
    path.getStyleClass().add("shape");
    path.setStrokeType(StrokeType.CENTERED);
    path.setManaged(false);
    path.getTransforms().add(scale);
    getChildren().add(path);
    setMouseTransparent(true);
    setSize(BUTTON_SIZE);
  }

  /**
   * Makes the box that large.
   *
   * @param size its edge in pixels
   */
  public void setSize(double size) {
    scale.setX(size / GRID);
    scale.setY(size / GRID);
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
  }

  /** Shows another icon in the same box. */
  public void setName(String name) {
    this.name = name;
    path.setContent(pathOf(name));
  }

  /** The name of the icon in the box; empty while there is none. */
  public String getName() {
    return name;
  }

  /** Edge of the box in pixels. */
  public double getSize() {
    return getPrefWidth();
  }

  /** Adds style classes and returns itself. */
  public Icon styled(String... styleClasses) {
    getStyleClass().addAll(styleClasses);
    return this;
  }

  private static String pathOf(String name) {
    return Optional.ofNullable(PATHS.getProperty(name))
        .orElseThrow(() -> new IllegalArgumentException("no icon named " + name));
  }

  private static Properties loadPaths() {
    try (InputStream in =
        Objects.requireNonNull(Icon.class.getResourceAsStream("icons.properties"))) {
      Properties paths = new Properties();
      paths.load(in);
      return paths;
    } catch (IOException e) {
      throw new UncheckedIOException("the icons cannot be read", e);
    }
  }
}
