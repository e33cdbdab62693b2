package io.github.sandboxcache.ui.base;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/**
 * A small line without axes that shows a trend; gaps where there is no value. A value with gaps on
 * both sides is a point.
 */
public final class Sparkline extends Region {
  private static final double MARGIN = 3;

  private static final double POINT = 1;

  private final GapLine line = new GapLine();
  private final Circle end = new Circle(2);
  private List<OptionalDouble> values = List.of();

  /** A line without values. */
  public Sparkline() {
    getStyleClass().add("sparkline");
    line.line().getStyleClass().add("spark");
    line.points().getStyleClass().add("spark-point");
    end.getStyleClass().add("spark-end");
    Nodes.show(end, false);
    setMouseTransparent(true);
    getChildren().addAll(line.line(), line.points(), end);
  }

  /** Shows these values from left to right; the line takes the whole height between them. */
  public void setValues(List<OptionalDouble> next) {
    if (!next.equals(values)) {
      values = List.copyOf(next);
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    double least = values.stream().flatMapToDouble(OptionalDouble::stream).min().orElse(0);
    double most = values.stream().flatMapToDouble(OptionalDouble::stream).max().orElse(0);
    double step = (getWidth() - 2 * MARGIN) / Math.max(1, values.size() - 1);
    IntToDoubleFunction x = i -> MARGIN + step * i;
    DoubleUnaryOperator y =
        value -> {
          double share = most > least ? (value - least) / (most - least) : 0.5;
          return MARGIN + (getHeight() - 2 * MARGIN) * (1 - share);
        };
    int last = line.draw(values, x, y, POINT);
    end.setVisible(last >= 0);
    if (last >= 0) {
      end.setCenterX(x.applyAsDouble(last));
      end.setCenterY(y.applyAsDouble(values.get(last).getAsDouble()));
    }
  }
}
