package io.github.sandboxcache.ui.cache;

import java.util.ArrayList;
import java.util.List;

/** Lays out areas as a squarified treemap: each in proportion to its weight, near to squares. */
final class Treemap {
  private final List<Tile> tiles = new ArrayList<>();
  private double x;
  private double y;
  private double width;
  private double height;

  private Treemap(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /** A rectangle in pixels. */
  record Tile(double x, double y, double width, double height) {
    double area() {
      return width * height;
    }
  }

  /**
   * Lays out areas within a rectangle at 0, 0, which they fill.
   *
   * @param weights 0 or more, the largest first
   * @return one tile for each weight, in their order; empty ones where there is nothing to share
   */
  static List<Tile> of(List<Double> weights, double width, double height) {
    Treemap map = new Treemap(width, height);
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    double scale = sum > 0 ? width * height / sum : 0;
    List<Double> row = new ArrayList<>();
    for (double weight : weights) {
      double area = weight * scale;
      if (!row.isEmpty() && map.worst(row, area) > map.worst(row, 0)) {
        map.place(row);
        row.clear();
      }
      row.add(area);
    }
    map.place(row);
    return List.copyOf(map.tiles);
  }

  /** How far from a square the worst of a row is with one more area, or with none for 0. */
  private double worst(List<Double> row, double more) {
    double sum = row.stream().mapToDouble(Double::doubleValue).sum() + more;
    double smallest = row.stream().mapToDouble(Double::doubleValue).min().orElse(more);
    double largest = row.stream().mapToDouble(Double::doubleValue).max().orElse(more);
    if (more > 0) {
      smallest = Math.min(smallest, more);
      largest = Math.max(largest, more);
    }
    double side = Math.min(width, height);
    double thickness = side == 0 ? 0 : sum / side;
    return smallest == 0 || thickness == 0
        ? Double.MAX_VALUE
        : Math.max(largest / (thickness * thickness), thickness * thickness / smallest);
  }

  /** Puts a row along the shorter side of what is left. */
  private void place(List<Double> row) {
    double sum = row.stream().mapToDouble(Double::doubleValue).sum();
    boolean upright = width >= height;
    double side = upright ? height : width;
    double thickness = side == 0 ? 0 : Math.min(sum / side, upright ? width : height);
    double along = 0;
    for (double area : row) {
      double length = thickness == 0 ? 0 : Math.min(area / thickness, side - along);
      tiles.add(
          upright
              ? new Tile(x, y + along, thickness, length)
              : new Tile(x + along, y, length, thickness));
      along += length;
    }
    if (upright) {
      x += thickness;
      width -= thickness;
    } else {
      y += thickness;
      height -= thickness;
    }
  }
}
