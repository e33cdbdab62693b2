package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.app.WindowState.Frame;
import io.github.sandboxcache.ui.app.WindowState.Frame.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Places the stage, and remembers where it is while it is not maximised. FX thread only. */
public final class WindowFrame {
  /** Room for the title bar; how high it is, systems tell only of a window that is open. */
  private static final double TITLE_BAR = 40;

  private final Stage stage;
  private final Scene scene;
  private Frame usual;

  private WindowFrame(Stage stage, Scene scene, Frame usual) {
    this.stage = stage;
    this.scene = scene;
    this.usual = usual;
  }

  /** The frame as it was left, brought onto the screens that are there now. */
  public static Frame onScreens(Frame frame) {
    return fit(frame, Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
  }

  /** Places a stage that is not yet shown, and follows it from then on. */
  public static WindowFrame of(Stage stage, Scene scene, Frame frame) {
    frame
        .place()
        .ifPresent(
            place -> {
              stage.setX(place.x());
              stage.setY(place.y());
            });
    stage.setMaximized(frame.maximized());
    WindowFrame followed = new WindowFrame(stage, scene, frame);
    followed.follow();
    return followed;
  }

  /** How the stage stands now. */
  public Frame current() {
    return new Frame(usual.width(), usual.height(), stage.isMaximized(), usual.place());
  }

  private void follow() {
    stage.xProperty().subscribe(_ -> noteLater());
    stage.yProperty().subscribe(_ -> noteLater());
    scene.widthProperty().subscribe(_ -> noteLater());
    scene.heightProperty().subscribe(_ -> noteLater());
  }

  /** Systems may tell the new size before they tell that the window is maximised. */
  private void noteLater() {
    Platform.runLater(
        () -> {
          if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified()) {
            usual =
                new Frame(
                    scene.getWidth(),
                    scene.getHeight(),
                    false,
                    Optional.of(new Place(stage.getX(), stage.getY())));
          }
        });
  }

  /**
   * The frame, whole on the screen that shows most of it; in the middle of the first one when none
   * does. Where even the least window is too large for the screen, its upper left is to be seen.
   *
   * @param screens what each screen has for windows, in pixels; the usual one first
   */
  static Frame fit(Frame frame, List<Rectangle2D> screens) {
    return frame
        .place()
        .flatMap(place -> most(frame, place, screens).map(on -> moved(frame, place, on)))
        .or(() -> screens.stream().findFirst().map(first -> middle(frame, first)))
        .orElse(at(frame, frame.width(), frame.height(), Optional.empty()));
  }

  private static Frame moved(Frame frame, Place place, Rectangle2D on) {
    double width = Math.max(WindowState.MIN_WIDTH, Math.min(frame.width(), on.getWidth()));
    double mostHeight = on.getHeight() - TITLE_BAR;
    double height = Math.max(WindowState.MIN_HEIGHT, Math.min(frame.height(), mostHeight));
    // The title may be lower than it is counted here, so what just fits is left where it is.
    boolean fits = place.y() + height <= on.getMaxY();
    double mostY = fits ? place.y() : on.getMaxY() - height - TITLE_BAR;
    return at(
        frame,
        width,
        height,
        Optional.of(
            new Place(
                within(place.x(), on.getMinX(), on.getMaxX() - width),
                within(place.y(), on.getMinY(), mostY))));
  }

  /** The system itself puts a window without a place into the middle, so that one is none. */
  private static Frame middle(Frame frame, Rectangle2D on) {
    double mostHeight = on.getHeight() - TITLE_BAR;
    double width = Math.max(WindowState.MIN_WIDTH, Math.min(frame.width(), on.getWidth()));
    double height = Math.max(WindowState.MIN_HEIGHT, Math.min(frame.height(), mostHeight));
    boolean fits = width <= on.getWidth() && height <= mostHeight;
    return at(
        frame,
        width,
        height,
        fits ? Optional.empty() : Optional.of(new Place(on.getMinX(), on.getMinY())));
  }

  private static Frame at(Frame frame, double width, double height, Optional<Place> place) {
    return new Frame(width, height, frame.maximized(), place);
  }

  private static Optional<Rectangle2D> most(Frame frame, Place place, List<Rectangle2D> screens) {
    return screens.stream()
        .filter(screen -> shown(frame, place, screen) > 0)
        .max(Comparator.comparingDouble(screen -> shown(frame, place, screen)));
  }

  /** How much of the frame a screen shows, in square pixels. */
  private static double shown(Frame frame, Place place, Rectangle2D screen) {
    double width =
        Math.min(place.x() + frame.width(), screen.getMaxX())
            - Math.max(place.x(), screen.getMinX());
    double height =
        Math.min(place.y() + frame.height(), screen.getMaxY())
            - Math.max(place.y(), screen.getMinY());
    return Math.max(0, width) * Math.max(0, height);
  }

  /** A window larger than the screen begins at its upper left, where its title can be reached. */
  private static double within(double value, double least, double most) {
    return Math.max(least, Math.min(value, most));
  }
}
