package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.base.GapLine;
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
import javafx.scene.shape.Shape;

/**
 * Lines on a plane. Where nobody asked there is a gap; a piece of time with gaps on both sides is a
 * point. Nodes stay and only move, so that live data does not flicker.
 */
final class LinePlot extends Pane {
  private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");
  private static final double POINT = 2;

  private final List<GapLine> drawn = new ArrayList<>();
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
    while (drawn.size() > next.size()) {
      GapLine gone = drawn.removeLast();
      getChildren().removeAll(gone.line(), gone.points(), ends.removeLast(), marks.removeLast());
    }
    while (drawn.size() < next.size()) {
      GapLine made = new GapLine();
      drawn.add(made);
      ends.add(new Circle(POINT + 0.5));
      marks.add(new Circle(POINT + 1.5));
      getChildren().addAll(made.line(), made.points(), ends.getLast(), marks.getLast());
    }
    for (int i = 0; i < next.size(); i++) {
      Line line = next.get(i);
      style(drawn.get(i).line(), "chart-line", line.languageClass(), line.patternClass());
      style(drawn.get(i).points(), "chart-point", line.languageClass());
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
    for (int i = 0; i < drawn.size(); i++) {
      boolean dimmed = index >= 0 && i != index;
      Stream.of(drawn.get(i).line(), drawn.get(i).points(), ends.get(i), marks.get(i))
          .forEach(shape -> shape.pseudoClassStateChanged(DIMMED, dimmed));
    }
  }

  /** Draws anew, after data or size changed. */
  void draw(IntToDoubleFunction x, DoubleUnaryOperator y) {
    for (int i = 0; i < lines.size(); i++) {
      List<OptionalDouble> values = lines.get(i).points();
      int last = drawn.get(i).draw(values, x, y, POINT);
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
    dot.setVisible(GapLine.has(values, index));
    if (GapLine.has(values, index)) {
      dot.setCenterX(x.applyAsDouble(index));
      dot.setCenterY(y.applyAsDouble(values.get(index).getAsDouble()));
    }
  }
}
