package io.github.sandboxcache.ui.main;

import io.github.sandboxcache.ui.shell.SidePanel;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Lays out table, details, usage strip and side panel. The details stand beside the table, or over
 * its right side when the window is narrow; wide details and the side panel take the whole height.
 */
final class WorkArea extends Pane {
  static final double DETAILS_WIDTH = 312;
  static final double DETAILS_WIDE_WIDTH = 680;
  static final double LEAST_BESIDE = 1080;
  private static final double LEAST_TABLE_WIDTH = 280;

  private final Region table;
  private final Region details;
  private final Region usage;
  private final DoubleConsumer onCovered;
  private final DoubleConsumer onUsageWidth;
  private Optional<Region> side = Optional.empty();
  private boolean detailsOpen;
  private boolean detailsWide;

  /**
   * An area of these parts.
   *
   * @param onCovered told how much of the table's right side lies under another part, in pixels
   * @param onUsageWidth told how wide the usage strip will be, in pixels, before it is asked how
   *     high it wants to be
   */
  WorkArea(
      Region table,
      Region details,
      Region usage,
      DoubleConsumer onCovered,
      DoubleConsumer onUsageWidth) {
    this.table = table;
    this.details = details;
    this.usage = usage;
    this.onCovered = onCovered;
    this.onUsageWidth = onUsageWidth;
    getChildren().addAll(table, usage, details);
    setMinSize(0, 0);
  }

  void setDetails(boolean open, boolean wide) {
    detailsOpen = open;
    detailsWide = wide;
    requestLayout();
  }

  void setSide(Optional<Region> panel) {
    side.ifPresent(getChildren()::remove);
    side = panel;
    panel.ifPresent(getChildren()::add);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    boolean beside = width >= LEAST_BESIDE;
    boolean full = side.isPresent() || (detailsOpen && detailsWide);
    double right = rightWidth(width);
    double left = beside ? width - right : width;
    double usageWidth = full ? width - right : width;
    onUsageWidth.accept(usageWidth);
    double usageHeight = snapSizeY(usage.prefHeight(-1));
    double middle = Math.max(0, height - usageHeight);
    place(table, 0, 0, left, middle);
    place(usage, 0, middle, usageWidth, usageHeight);
    Node shown = side.isPresent() ? side.get() : details;
    details.setVisible(side.isEmpty() && detailsOpen);
    if (shown instanceof Region region) {
      place(region, width - right, 0, right, full ? height : middle);
    }
    onCovered.accept(beside ? 0 : right);
  }

  private double rightWidth(double width) {
    double wanted =
        side.isPresent()
            ? SidePanel.WIDTH
            : !detailsOpen ? 0 : detailsWide ? DETAILS_WIDE_WIDTH : DETAILS_WIDTH;
    return Math.min(wanted, Math.max(0, width - LEAST_TABLE_WIDTH));
  }

  private static void place(Region region, double x, double y, double width, double height) {
    region.resizeRelocate(x, y, width, height);
  }
}
