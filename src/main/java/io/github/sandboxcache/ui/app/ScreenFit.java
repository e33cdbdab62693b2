package io.github.sandboxcache.ui.app;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/**
 * Has a window open where it can be seen: also after a screen was taken away, and on a screen that
 * is smaller than the window, as those of high resolution are in pixels of the toolkit.
 */
final class ScreenFit {
  /** Room for the title bar; how high it is, systems tell only of a window that is open. */
  private static final double TITLE_BAR = 40;

  private ScreenFit() {}

  /**
   * The frame, whole on the screen that shows most of it; in the middle of the first one when none
   * does. Where even the least window is too large for the screen, its upper left is to be seen.
   *
   * @param screens what each screen has for windows, in pixels; the usual one first
   */
  static FrameState fit(FrameState frame, List<Rectangle2D> screens) {
    return frame
        .place()
        .flatMap(place -> most(frame, place, screens).map(on -> moved(frame, place, on)))
        .or(() -> screens.stream().findFirst().map(first -> middle(frame, first)))
        .orElse(at(frame, frame.width(), frame.height(), Optional.empty()));
  }

  private static FrameState moved(FrameState frame, FrameState.Place place, Rectangle2D on) {
    double width = Math.max(WindowState.MIN_WIDTH, Math.min(frame.width(), on.getWidth()));
    double height = Math.max(WindowState.MIN_HEIGHT, Math.min(frame.height(), on.getHeight()));
    return at(
        frame,
        width,
        height,
        Optional.of(
            new FrameState.Place(
                within(place.x(), on.getMinX(), on.getMaxX() - width),
                within(place.y(), on.getMinY(), on.getMaxY() - height))));
  }

  /** The system itself puts a window without a place into the middle, so that one is none. */
  private static FrameState middle(FrameState frame, Rectangle2D on) {
    double mostHeight = on.getHeight() - TITLE_BAR;
    double width = Math.max(WindowState.MIN_WIDTH, Math.min(frame.width(), on.getWidth()));
    double height = Math.max(WindowState.MIN_HEIGHT, Math.min(frame.height(), mostHeight));
    boolean fits = width <= on.getWidth() && height <= mostHeight;
    return at(
        frame,
        width,
        height,
        fits ? Optional.empty() : Optional.of(new FrameState.Place(on.getMinX(), on.getMinY())));
  }

  private static FrameState at(
      FrameState frame, double width, double height, Optional<FrameState.Place> place) {
    return new FrameState(width, height, frame.maximized(), place);
  }

  private static Optional<Rectangle2D> most(
      FrameState frame, FrameState.Place place, List<Rectangle2D> screens) {
    return screens.stream()
        .filter(screen -> shown(frame, place, screen) > 0)
        .max(Comparator.comparingDouble(screen -> shown(frame, place, screen)));
  }

  /** How much of the frame a screen shows, in square pixels. */
  private static double shown(FrameState frame, FrameState.Place place, Rectangle2D screen) {
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
