package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.usage.RateLines.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Shape;

/**
 * Lines on a plane. Where nobody asked there is a gap; a piece of time with gaps on both sides is a
 * point. Nodes stay and only move, so that live data does not flicker.
 */
final class LinePlot extends Pane {
  private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");
  private static final double POINT = 2;

  private final List<Path> paths = new ArrayList<>();
  private final List<Path> points = new ArrayList<>();
  private final List<Circle> ends = new ArrayList<>();
  private final List<Circle> marks = new ArrayList<>();
  private List<Line> lines = List.of();
  private int marked = -1;

  LinePlot() {
    setMouseTransparent(true);
  }

  /** Shows these lines. */
  void show(List<Line> next) {
    lines = next;
    while (paths.size() > next.size()) {
      getChildren()
          .removeAll(
              paths.removeLast(), points.removeLast(), ends.removeLast(), marks.removeLast());
    }
    while (paths.size() < next.size()) {
      paths.add(new Path());
      points.add(new Path());
      ends.add(new Circle(POINT + 0.5));
      marks.add(new Circle(POINT + 1.5));
      getChildren().addAll(paths.getLast(), points.getLast(), ends.getLast(), marks.getLast());
    }
    for (int i = 0; i < next.size(); i++) {
      Line line = next.get(i);
      style(paths.get(i), "chart-line", line.languageClass(), line.patternClass());
      style(points.get(i), "chart-point", line.languageClass());
      style(ends.get(i), "chart-end", line.languageClass());
      style(marks.get(i), "chart-end", line.languageClass());
    }
  }

  /** Touches nothing that is styled so already, for styles are worked out anew each time. */
  private static void style(Shape shape, String... classes) {
    List<String> wanted = Stream.of(classes).filter(name -> !name.isEmpty()).toList();
    if (!shape.getStyleClass().equals(wanted)) {
      shape.getStyleClass().setAll(wanted);
    }
  }

  /** Marks where the lines are in one piece of time, or nowhere with -1. */
  void mark(int index) {
    marked = index;
  }

  /** Puts one line forward, or all with -1. */
  void highlight(int index) {
    for (int i = 0; i < paths.size(); i++) {
      boolean dimmed = index >= 0 && i != index;
      paths.get(i).pseudoClassStateChanged(DIMMED, dimmed);
      points.get(i).pseudoClassStateChanged(DIMMED, dimmed);
      ends.get(i).pseudoClassStateChanged(DIMMED, dimmed);
      marks.get(i).pseudoClassStateChanged(DIMMED, dimmed);
    }
  }

  /** Draws anew, after data or size changed. */
  void draw(IntToDoubleFunction x, DoubleUnaryOperator y) {
    for (int i = 0; i < lines.size(); i++) {
      List<OptionalDouble> values = lines.get(i).points();
      List<PathElement> line = new ArrayList<>();
      List<PathElement> lonely = new ArrayList<>();
      int last = -1;
      for (int at = 0; at < values.size(); at++) {
        if (values.get(at).isEmpty()) {
          continue;
        }
        double px = x.applyAsDouble(at);
        double py = y.applyAsDouble(values.get(at).getAsDouble());
        boolean joined = has(values, at - 1);
        line.add(joined ? new LineTo(px, py) : new MoveTo(px, py));
        if (!joined && !has(values, at + 1)) {
          lonely.add(new MoveTo(px - POINT, py));
          lonely.add(new LineTo(px + POINT, py));
        }
        last = at;
      }
      paths.get(i).getElements().setAll(line);
      points.get(i).getElements().setAll(lonely);
      place(ends.get(i), values, last, x, y);
      place(marks.get(i), values, marked, x, y);
    }
  }

  private static void place(
      Circle dot,
      List<OptionalDouble> values,
      int index,
      IntToDoubleFunction x,
      DoubleUnaryOperator y) {
    dot.setVisible(has(values, index));
    if (has(values, index)) {
      dot.setCenterX(x.applyAsDouble(index));
      dot.setCenterY(y.applyAsDouble(values.get(index).getAsDouble()));
    }
  }

  private static boolean has(List<OptionalDouble> values, int index) {
    return index >= 0 && index < values.size() && values.get(index).isPresent();
  }
}
