package io.github.sandboxcache.ui.cache;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Facts in a row from edge to edge; one that has no room begins another row and is not cut. */
public final class FactRow extends Pane {
  private static final double MIN_GAP = 12;
  private static final double ROW_HEIGHT = 20;

  /** Without facts yet. */
  public FactRow() {}

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return ROW_HEIGHT * Math.max(1, rows(width < 0 ? Double.MAX_VALUE : width).size());
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    double y = 0;
    for (List<Node> row : rows(getWidth())) {
      double taken = row.stream().mapToDouble(FactRow::width).sum();
      double gap = row.size() > 1 ? (getWidth() - taken) / (row.size() - 1) : 0;
      double x = 0;
      for (Node fact : row) {
        double height = fact.prefHeight(-1);
        fact.resizeRelocate(
            snapPositionX(x), snapPositionY(y + (ROW_HEIGHT - height) / 2), width(fact), height);
        x += width(fact) + gap;
      }
      y += ROW_HEIGHT;
    }
  }

  private List<List<Node>> rows(double width) {
    List<List<Node>> rows = new ArrayList<>();
    double taken = 0;
    for (Node fact : getManagedChildren()) {
      if (rows.isEmpty() || taken + MIN_GAP + width(fact) > width) {
        rows.add(new ArrayList<>());
        taken = width(fact);
      } else {
        taken += MIN_GAP + width(fact);
      }
      rows.getLast().add(fact);
    }
    return rows;
  }

  private static double width(Node fact) {
    return Math.ceil(fact.prefWidth(-1));
  }
}
