package io.github.sandboxcache.ui.cache;

import java.util.Collections;
import java.util.List;
import javafx.scene.layout.Region;

/** Small columns without axes, one for each piece of time; the newest, at the right, stands out. */
final class TimeColumns extends Region {
  private static final double GAP = 4;
  private static final double CLOSE_GAP = 1;

  /** Who has more than that stands close. */
  private static final int FEW = 12;

  /** Also nothing can be seen. */
  private static final double MIN_EXTENT = 1;

  private List<Double> heights = List.of();

  TimeColumns() {
    setMouseTransparent(true);
  }

  /** Shows these from left to right; the highest takes the whole height. */
  void setHeights(List<Double> next) {
    if (next.equals(heights)) {
      return;
    }
    heights = List.copyOf(next);
    while (getChildren().size() > next.size()) {
      getChildren().removeFirst();
    }
    while (getChildren().size() < next.size()) {
      Region column = new Region();
      column.setManaged(false);
      getChildren().add(column);
    }
    getChildren().forEach(column -> column.getStyleClass().setAll("time-column"));
    if (!getChildren().isEmpty()) {
      getChildren().getLast().getStyleClass().add("newest");
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double most = heights.isEmpty() ? 0 : Collections.max(heights);
    double gap = heights.size() > FEW ? CLOSE_GAP : GAP;
    double width = (getWidth() + gap) / Math.max(1, heights.size()) - gap;
    for (int i = 0; i < heights.size(); i++) {
      double share = most > 0 ? heights.get(i) / most : 0;
      double height = snapSizeY(Math.max(MIN_EXTENT, getHeight() * share));
      double left = snapPositionX(i * (width + gap));
      double right = snapPositionX(i * (width + gap) + width);
      getChildren()
          .get(i)
          .resizeRelocate(left, getHeight() - height, Math.max(MIN_EXTENT, right - left), height);
    }
  }
}
