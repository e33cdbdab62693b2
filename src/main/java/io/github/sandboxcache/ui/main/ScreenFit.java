package io.github.sandboxcache.ui.main;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/** Brings a remembered place back to where it can be seen, after a screen was taken away. */
final class ScreenFit {
  private ScreenFit() {}

  /**
   * The frame, whole on the screen that shows most of it; in the middle when none does.
   *
   * @param screens what each screen has for windows, in pixels
   */
  static FrameState fit(FrameState frame, List<Rectangle2D> screens) {
    Optional<Rectangle2D> screen = frame.place().flatMap(place -> most(frame, place, screens));
    if (screen.isEmpty()) {
      return new FrameState(frame.width(), frame.height(), frame.maximized(), Optional.empty());
    }
    Rectangle2D on = screen.get();
    double width = Math.max(WindowState.LEAST_WIDTH, Math.min(frame.width(), on.getWidth()));
    double height = Math.max(WindowState.LEAST_HEIGHT, Math.min(frame.height(), on.getHeight()));
    return new FrameState(
        width,
        height,
        frame.maximized(),
        frame
            .place()
            .map(
                place ->
                    new FrameState.Place(
                        within(place.x(), on.getMinX(), on.getMaxX() - width),
                        within(place.y(), on.getMinY(), on.getMaxY() - height))));
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
