package io.github.sandboxcache.ui.app;

import java.util.Optional;

/**
 * Place and size of the window on the screen.
 *
 * @param width of its content while it is not maximised, in pixels
 * @param height of its content while it is not maximised, in pixels
 * @param maximized whether it fills the screen
 * @param place where it is while it is not maximised; empty for the middle of the screen
 */
public record FrameState(double width, double height, boolean maximized, Optional<Place> place) {
  /**
   * The upper left corner with its border.
   *
   * @param x pixels from the left of the first screen, negative on one at its left
   * @param y pixels from the top of the first screen
   */
  public record Place(double x, double y) {}

  /** Brings sizes that make no sense into range. */
  public FrameState {
    width = Math.max(WindowState.MIN_WIDTH, width);
    height = Math.max(WindowState.MIN_HEIGHT, height);
  }

  /** A window of that size in the middle of the screen. */
  public static FrameState ofSize(double width, double height) {
    return new FrameState(width, height, false, Optional.empty());
  }
}
