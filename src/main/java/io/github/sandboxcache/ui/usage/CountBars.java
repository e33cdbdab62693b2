package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.usage.HitCount;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Hits with the misses on top of them, for each piece of time. Nodes stay and only move. */
final class CountBars extends Pane {
  private static final double MOST_WIDTH = 14;
  private static final double GAP = 2;
  private static final double LEAST = 1;

  private final List<Region> hits = new ArrayList<>();
  private final List<Region> misses = new ArrayList<>();
  private List<HitCount> counts = List.of();

  CountBars() {
    setMouseTransparent(true);
  }

  void show(List<HitCount> next) {
    counts = next;
    while (hits.size() > next.size()) {
      getChildren().removeAll(hits.removeLast(), misses.removeLast());
    }
    while (hits.size() < next.size()) {
      hits.add(bar("hits"));
      misses.add(bar("misses"));
      getChildren().addAll(hits.getLast(), misses.getLast());
    }
  }

  private static Region bar(String styleClass) {
    Region bar = new Region();
    bar.setManaged(false);
    bar.getStyleClass().addAll("count-bar", styleClass);
    return bar;
  }

  void draw(IntToDoubleFunction x, double step) {
    long most = Math.max(1, counts.stream().mapToLong(HitCount::lookups).max().orElse(1));
    double width = Math.max(LEAST, Math.min(MOST_WIDTH, step - GAP));
    for (int i = 0; i < counts.size(); i++) {
      double left = x.applyAsDouble(i) - width / 2;
      double high = height(counts.get(i).hits(), most);
      double more = height(counts.get(i).misses(), most);
      hits.get(i).resizeRelocate(left, getHeight() - high, width, high);
      misses.get(i).resizeRelocate(left, getHeight() - high - more, width, more);
    }
  }

  private double height(long count, long most) {
    return count == 0 ? 0 : Math.max(LEAST, getHeight() * count / most);
  }
}
