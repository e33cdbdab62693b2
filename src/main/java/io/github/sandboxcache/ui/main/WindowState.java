package io.github.sandboxcache.ui.main;

import java.util.List;
import java.util.Map;

/**
 * How the user left the window.
 *
 * @param width of its content, in pixels
 * @param height of its content, in pixels
 * @param maximized whether it filled the screen
 * @param detailsOpen whether the details pane was there
 * @param usageFolded whether the usage strip was folded
 * @param unfoldedGroups keys of the unfolded groups; empty when none was ever shown
 * @param columns widths of columns by name, in pixels
 */
public record WindowState(
    double width,
    double height,
    boolean maximized,
    boolean detailsOpen,
    boolean usageFolded,
    List<String> unfoldedGroups,
    Map<String, Double> columns) {
  /** How it is at first. */
  public static final WindowState DEFAULT =
      new WindowState(1280, 820, false, true, false, List.of(), Map.of());

  /** The least width at which nothing is cut, in pixels. */
  public static final double LEAST_WIDTH = 960;

  /** The least height at which nothing is cut, in pixels. */
  public static final double LEAST_HEIGHT = 620;

  /** Brings sizes into range and copies the collections. */
  public WindowState {
    width = Math.max(LEAST_WIDTH, width);
    height = Math.max(LEAST_HEIGHT, height);
    unfoldedGroups = List.copyOf(unfoldedGroups);
    columns = Map.copyOf(columns);
  }
}
