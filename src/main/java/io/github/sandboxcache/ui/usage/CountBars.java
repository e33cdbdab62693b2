package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.usage.HitCount;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;

/**
 * Hits with the misses on top of them, for each piece of time. All bars of a kind are one shape, so
 * that the number of nodes does not grow with the time that is shown.
 */
final class CountBars extends Pane {
  private static final double MAX_WIDTH = 14;
  private static final double GAP = 2;
  private static final double LEAST = 1;

  private final Path hits = path("hits");
  private final Path misses = path("misses");
  private List<HitCount> counts = List.of();

  CountBars() {
    setMouseTransparent(true);
    getChildren().addAll(hits, misses);
  }

  private static Path path(String styleClass) {
    Path path = new Path();
    path.setManaged(false);
    path.getStyleClass().addAll("count-bar", styleClass);
    return path;
  }

  void show(List<HitCount> next) {
    counts = next;
  }

  void draw(IntToDoubleFunction x, double step) {
    long most = Math.max(1, counts.stream().mapToLong(HitCount::lookups).max().orElse(1));
    double width = Math.max(LEAST, Math.min(MAX_WIDTH, step - GAP));
    List<PathElement> hitBars = new ArrayList<>();
    List<PathElement> missBars = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      double left = snapPositionX(x.applyAsDouble(i) - width / 2);
      double high = height(counts.get(i).hits(), most);
      double more = height(counts.get(i).misses(), most);
      addBar(hitBars, left, width, getHeight(), high);
      addBar(missBars, left, width, getHeight() - high, more);
    }
    hits.getElements().setAll(hitBars);
    misses.getElements().setAll(missBars);
  }

  private static void addBar(
      List<PathElement> bars, double left, double width, double bottom, double high) {
    if (high > 0) {
      bars.add(new MoveTo(left, bottom));
      bars.add(new VLineTo(bottom - high));
      bars.add(new HLineTo(left + width));
      bars.add(new VLineTo(bottom));
      bars.add(new ClosePath());
    }
  }

  private double height(long count, long most) {
    return count == 0 ? 0 : Math.max(LEAST, getHeight() * count / most);
  }
}
