package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.LayoutModel;
import io.github.sandboxcache.ui.cache.Columns.TableLayout;
import java.util.List;
import java.util.Optional;

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
    Frame frame,
    boolean detailsOpen,
    boolean usageFolded,
    Splits splits,
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
  public WindowState in(Frame other) {
    return new WindowState(other, detailsOpen, usageFolded, splits, unfoldedGroups, table);
  }

  /** As at first, but of another size. */
  public static WindowState ofSize(double width, double height) {
    return new WindowState(
        Frame.ofSize(width, height), true, false, Splits.DEFAULT, List.of(), TableLayout.DEFAULT);
  }

  /**
   * Place and size of the window on the screen.
   *
   * @param width of its content while it is not maximised, in pixels
   * @param height of its content while it is not maximised, in pixels
   * @param maximized whether it fills the screen
   * @param place where it is while it is not maximised; empty for the middle of the screen
   */
  public record Frame(double width, double height, boolean maximized, Optional<Place> place) {
    /**
     * The upper left corner with its border.
     *
     * @param x pixels from the left of the first screen, negative on one at its left
     * @param y pixels from the top of the first screen
     */
    public record Place(double x, double y) {}

    /** Brings sizes that make no sense into range. */
    public Frame {
      width = Math.max(WindowState.MIN_WIDTH, width);
      height = Math.max(WindowState.MIN_HEIGHT, height);
    }

    /** A window of that size in the middle of the screen. */
    public static Frame ofSize(double width, double height) {
      return new Frame(width, height, false, Optional.empty());
    }
  }

  /**
   * Where the user left the dividers.
   *
   * @param detailsWidth of the details, in pixels
   * @param usageHeight of the usage strip with its charts, in pixels
   */
  public record Splits(double detailsWidth, double usageHeight) {
    /** How they are at first. */
    public static final Splits DEFAULT =
        new Splits(LayoutModel.DETAILS_WIDTH, LayoutModel.USAGE_HEIGHT);

    /** Where the dividers are now. */
    static Splits of(LayoutModel layout) {
      return new Splits(
          layout.detailsSplit().wantedProperty().get(), layout.usageSplit().wantedProperty().get());
    }

    /** Puts the dividers there. */
    void restore(LayoutModel layout) {
      layout.detailsSplit().restore(detailsWidth);
      layout.usageSplit().restore(usageHeight);
    }
  }
}
