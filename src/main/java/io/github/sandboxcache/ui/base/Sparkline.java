package io.github.sandboxcache.ui.base;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/**
 * A small line without axes that shows a trend; gaps where there is no value. A value with gaps on
 * both sides is a point.
 */
public final class Sparkline extends Region {
  private static final double MARGIN = 3;

  private static final double POINT = 1;

  private final Path line = new Path();
  private final Path points = new Path();
  private final Circle end = new Circle(2);
  private List<OptionalDouble> values = List.of();

  /** A line without values. */
  public Sparkline() {
    getStyleClass().add("sparkline");
    line.getStyleClass().add("spark");
    points.getStyleClass().add("spark-point");
    end.getStyleClass().add("spark-end");
    line.setManaged(false);
    points.setManaged(false);
    end.setManaged(false);
    end.setVisible(false);
    setMouseTransparent(true);
    getChildren().addAll(line, points, end);
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
    List<PathElement> elements = new ArrayList<>();
    List<PathElement> lonely = new ArrayList<>();
    boolean joined = false;
    end.setVisible(false);
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).isPresent()) {
        double share = most > least ? (values.get(i).getAsDouble() - least) / (most - least) : 0.5;
        double x = MARGIN + step * i;
        double y = MARGIN + (getHeight() - 2 * MARGIN) * (1 - share);
        elements.add(joined ? new LineTo(x, y) : new MoveTo(x, y));
        if (!joined && (i + 1 == values.size() || values.get(i + 1).isEmpty())) {
          lonely.add(new MoveTo(x - POINT, y));
          lonely.add(new LineTo(x + POINT, y));
        }
        end.setCenterX(x);
        end.setCenterY(y);
        end.setVisible(true);
      }
      joined = values.get(i).isPresent();
    }
    line.getElements().setAll(elements);
    points.getElements().setAll(lonely);
  }
}
