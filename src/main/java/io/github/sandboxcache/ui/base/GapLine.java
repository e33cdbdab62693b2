package io.github.sandboxcache.ui.base;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/**
 * A line through values of which some are missing: gaps stay gaps, and a value with gaps on both
 * sides is a point. FX thread only.
 */
public final class GapLine {
  private final Path line = new Path();
  private final Path points = new Path();

  /** Without values yet. */
  public GapLine() {
    line.setManaged(false);
    points.setManaged(false);
  }

  /** The line itself. */
  public Path line() {
    return line;
  }

  /** The values that stand alone. */
  public Path points() {
    return points;
  }

  /**
   * Draws these values.
   *
   * @param pointSize how far a point reaches to each side, in pixels
   * @return the index of the last value; -1 when there is none
   */
  public int draw(
      List<OptionalDouble> values, IntToDoubleFunction x, DoubleUnaryOperator y, double pointSize) {
    List<PathElement> joined = new ArrayList<>();
    List<PathElement> alone = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).isPresent()) {
        double px = x.applyAsDouble(i);
        double py = y.applyAsDouble(values.get(i).getAsDouble());
        boolean goesOn = has(values, i - 1);
        joined.add(goesOn ? new LineTo(px, py) : new MoveTo(px, py));
        if (!goesOn && !has(values, i + 1)) {
          alone.add(new MoveTo(px - pointSize, py));
          alone.add(new LineTo(px + pointSize, py));
        }
        last = i;
      }
    }
    line.getElements().setAll(joined);
    points.getElements().setAll(alone);
    return last;
  }

  /** Whether there is a value at that place, which may be none of the list's. */
  public static boolean has(List<OptionalDouble> values, int index) {
    return index >= 0 && index < values.size() && values.get(index).isPresent();
  }
}
