package io.github.sandboxcache.ui.base;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/**
 * A horizontal bar of coloured parts on a track. A part that is more than nothing is at least two
 * pixels wide; neighbours are one pixel apart.
 */
public final class SegmentBar extends Region {
  private static final double MIN_PART = 2;
  private static final double GAP = 1;

  private List<Segment> segments = List.of();

  /** An empty bar. */
  public SegmentBar() {
    getStyleClass().add("segment-bar");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinWidth(0);
  }

  /**
   * A part of the bar.
   *
   * @param fraction its share of the whole width, 0 to 1
   * @param styleClass says its colour, for example {@code own}
   * @param languageClass brings a language's colours; empty for none
   */
  public record Segment(double fraction, String styleClass, String languageClass) {
    /** A part in no language's colours. */
    public static Segment plain(double fraction, String styleClass) {
      return new Segment(fraction, styleClass, "");
    }
  }

  /** Shows these parts from left to right. */
  public void setSegments(List<Segment> parts) {
    if (parts.equals(segments)) {
      return;
    }
    segments = List.copyOf(parts);
    while (getChildren().size() > parts.size()) {
      getChildren().removeLast();
    }
    while (getChildren().size() < parts.size()) {
      Region part = new Region();
      part.setManaged(false);
      getChildren().add(part);
    }
    for (int i = 0; i < parts.size(); i++) {
      Segment segment = parts.get(i);
      Nodes.style(
          getChildren().get(i),
          Stream.of("part", segment.styleClass(), segment.languageClass())
              .filter(name -> !name.isEmpty())
              .toArray(String[]::new));
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double width = getWidth() - insets.getLeft() - insets.getRight();
    double height = getHeight() - insets.getTop() - insets.getBottom();
    double x = insets.getLeft();
    for (int i = 0; i < segments.size(); i++) {
      double fraction = Math.clamp(segments.get(i).fraction(), 0, 1);
      double gap = i < segments.size() - 1 ? snapSpaceX(GAP) : 0;
      double part = fraction == 0 ? 0 : Math.max(MIN_PART, fraction * width - gap);
      double fitting = Math.max(0, Math.min(snapSizeX(part), insets.getLeft() + width - x));
      getChildren().get(i).resizeRelocate(x, insets.getTop(), fitting, height);
      x += fitting == 0 ? 0 : fitting + gap;
    }
  }
}
