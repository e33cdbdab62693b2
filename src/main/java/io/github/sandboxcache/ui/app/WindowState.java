package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.cache.TableLayout;
import java.util.List;

/**
 * How the user left the window.
 *
 * @param frame its place and size
 * @param detailsOpen whether the details pane was there
 * @param usageFolded whether the usage strip was folded
 * @param splits where its dividers stood
 * @param unfoldedGroups keys of the unfolded groups; empty when none was ever shown
 * @param table how the table's columns stand
 */
public record WindowState(
    FrameState frame,
    boolean detailsOpen,
    boolean usageFolded,
    SplitState splits,
    List<String> unfoldedGroups,
    TableLayout table) {
  /** The least width at which nothing is cut, in pixels. */
  public static final double MIN_WIDTH = 960;

  /** The least height at which nothing is cut, in pixels. */
  public static final double MIN_HEIGHT = 620;

  /** How it is at first. */
  public static final WindowState DEFAULT = ofSize(1280, 820);

  /** Copies the list. */
  public WindowState {
    unfoldedGroups = List.copyOf(unfoldedGroups);
  }

  /** The same in another frame. */
  public WindowState in(FrameState other) {
    return new WindowState(other, detailsOpen, usageFolded, splits, unfoldedGroups, table);
  }

  /** As at first, but of another size. */
  public static WindowState ofSize(double width, double height) {
    return new WindowState(
        FrameState.ofSize(width, height),
        true,
        false,
        SplitState.DEFAULT,
        List.of(),
        TableLayout.DEFAULT);
  }
}
