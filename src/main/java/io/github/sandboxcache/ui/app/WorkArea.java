package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.LayoutModel;
import io.github.sandboxcache.ui.base.SidePanel;
import io.github.sandboxcache.ui.base.Split;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.usage.UsageController;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Lays out table, details, usage strip and side panel. The details stand beside the table, or over
 * its right side when the window is narrow; wide details and the side panel take the whole height.
 * Dividers give details and strip the size that the user wants.
 */
final class WorkArea extends Pane {
  static final double DETAILS_WIDE_WIDTH = 680;
  static final double MIN_BESIDE = 1080;
  private static final double MIN_TABLE_WIDTH = 280;
  private static final double MIN_TABLE_WIDTH_UNDER_SPLIT = 424;
  private static final double MIN_TABLE_WIDTH_BESIDE = 560;
  private static final double MIN_TABLE_HEIGHT = 280;

  private final Region table;
  private final Region details;
  private final Region usage;
  private final Split detailsSplit;
  private final Split usageSplit;
  private final Divider detailsDivider;
  private final Divider usageDivider;
  private final DoubleConsumer onCovered;
  private final DoubleConsumer onUsageWidth;
  private Optional<Region> side = Optional.empty();
  private boolean detailsOpen;
  private boolean detailsWide;

  /** What it lays out always. */
  record Parts(Region table, Region details, Region usage) {}

  /**
   * An area of these parts.
   *
   * @param onCovered told how much of the table's right side lies under another part, in pixels
   * @param onUsageWidth told how wide the usage strip will be, in pixels, before it is asked how
   *     high it wants to be
   */
  WorkArea(
      Parts parts,
      LayoutModel layout,
      UiTexts texts,
      DoubleConsumer onCovered,
      DoubleConsumer onUsageWidth) {
    this.table = parts.table();
    this.details = parts.details();
    this.usage = parts.usage();
    this.detailsSplit = layout.detailsSplit();
    this.usageSplit = layout.usageSplit();
    this.onCovered = onCovered;
    this.onUsageWidth = onUsageWidth;
    detailsDivider = new Divider(detailsSplit, Orientation.VERTICAL, texts.text("details.divider"));
    usageDivider = new Divider(usageSplit, Orientation.HORIZONTAL, texts.text("usage.divider"));
    detailsSplit.wantedProperty().subscribe(this::requestLayout);
    usageSplit.wantedProperty().subscribe(this::requestLayout);
    getChildren().addAll(table, usageDivider, usage, detailsDivider, details);
    setMinSize(0, 0);
  }

  void setDetails(boolean open, boolean wide) {
    detailsOpen = open;
    detailsWide = wide;
    showDetails();
  }

  void setSide(Optional<Region> panel) {
    side.ifPresent(getChildren()::remove);
    side = panel;
    panel.ifPresent(getChildren()::add);
    showDetails();
  }

  private void showDetails() {
    details.setVisible(side.isEmpty() && detailsOpen);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    boolean beside = width >= MIN_BESIDE;
    boolean full = side.isPresent() || (detailsOpen && detailsWide);
    double right = snapSizeX(rightWidth(width, beside));
    double left = beside ? width - right : width;
    double usageWidth = full ? width - right : width;
    onUsageWidth.accept(usageWidth);
    double usageHeight = snapSizeY(usageHeight(height));
    double middle = Math.max(0, height - usageHeight);
    place(table, 0, 0, left, middle);
    place(usage, 0, middle, usageWidth, usageHeight);
    Node shown = side.isPresent() ? side.get() : details;
    if (shown instanceof Region region) {
      place(region, width - right, 0, right, full ? height : middle);
    }
    placeDividers(width - right, middle, usageWidth, detailsOpen && !full);
    onCovered.accept(beside ? 0 : right);
  }

  private void placeDividers(double x, double y, double usageWidth, boolean detailsMovable) {
    double broad = snapSizeX(Divider.BREADTH);
    place(detailsDivider, snapPositionX(x - broad / 2), 0, broad, y);
    double high = snapSizeY(Divider.BREADTH);
    place(usageDivider, 0, snapPositionY(y - high / 2), usageWidth, high);
    detailsDivider.setVisible(detailsMovable);
    usageDivider.setVisible(usage.getHeight() > UsageController.FOLDED_HEIGHT);
  }

  private double rightWidth(double width, boolean beside) {
    double most = Math.max(0, width - MIN_TABLE_WIDTH);
    if (side.isPresent()) {
      return Math.min(SidePanel.WIDTH, most);
    }
    if (!detailsOpen) {
      return 0;
    }
    detailsSplit.setRoom(width - (beside ? MIN_TABLE_WIDTH_BESIDE : MIN_TABLE_WIDTH_UNDER_SPLIT));
    return Math.min(detailsWide ? DETAILS_WIDE_WIDTH : detailsSplit.size(), most);
  }

  private double usageHeight(double height) {
    double usual = usage.prefHeight(-1);
    usageSplit.setRoom(height - MIN_TABLE_HEIGHT);
    return usual > UsageController.FOLDED_HEIGHT ? usageSplit.size() : usual;
  }

  private static void place(Region region, double x, double y, double width, double height) {
    region.resizeRelocate(x, y, width, height);
  }
}
