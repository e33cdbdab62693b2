package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.base.GapLine;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.usage.HeatCells.Cell;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/**
 * The hit rate of all languages over time as a line above their cells, what came before the range
 * in a softer colour; while a language is looked at, its line, too. FX thread only.
 */
final class TrendLine extends Region {
  private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");
  private static final double MARGIN = 5;
  private static final double POINT = 1;

  private final GapLine early = new GapLine();
  private final GapLine line = new GapLine();
  private final GapLine other = new GapLine();
  private final Circle end = new Circle(2.5);
  private Optional<HeatCells> shown = Optional.empty();
  private Optional<HeatCells> beside = Optional.empty();

  TrendLine() {
    getStyleClass().add("trend");
    setMouseTransparent(true);
    style(early, "trend-line early");
    style(line, "trend-line");
    end.getStyleClass().add("trend-end");
    end.setManaged(false);
    getChildren().addAll(early.line(), early.points(), line.line(), line.points(), end);
    getChildren().addAll(other.line(), other.points());
  }

  private static void style(GapLine line, String classes) {
    line.line().getStyleClass().setAll(classes.split(" "));
    line.points().getStyleClass().setAll(classes.split(" "));
  }

  /** Shows the line of all. */
  void show(HeatCells cells) {
    shown = Optional.of(cells.smooth());
    requestLayout();
  }

  /** Shows the line of a language beside it, in that language's colours, or none. */
  void compare(Optional<RateRows.Row> row) {
    beside = row.map(RateRows.Row::cells).map(HeatCells::smooth);
    row.ifPresent(
        language -> {
          Nodes.style(other.line(), "trend-line", "language", language.look());
          Nodes.style(other.points(), "trend-line", "language", language.look());
        });
    List.of(early.line(), early.points(), line.line(), line.points(), end)
        .forEach(node -> node.pseudoClassStateChanged(DIMMED, row.isPresent()));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double least = rates().min().orElse(0);
    double most = rates().max().orElse(100);
    double height = getHeight() - 2 * MARGIN;
    DoubleUnaryOperator y =
        rate -> MARGIN + height * (most > least ? 1 - (rate - least) / (most - least) : 0.5);
    end.setVisible(false);
    shown.ifPresent(
        cells -> {
          int first = first(cells);
          draw(early, cells, cell -> cells.cells().indexOf(cell) <= first, y);
          int last = draw(line, cells, cell -> cells.cells().indexOf(cell) >= first, y);
          end.setVisible(last >= 0);
          if (last >= 0) {
            end.setCenterX(x(cells, cells.cells().get(last)));
            end.setCenterY(y.applyAsDouble(rate(cells.cells().get(last)).orElse(0)));
          }
        });
    other.line().setVisible(beside.isPresent());
    other.points().setVisible(beside.isPresent());
    beside.ifPresent(cells -> draw(other, cells, _ -> true, y));
  }

  /** The first cell of the range, to which the line of what came before leads. */
  private static int first(HeatCells cells) {
    return (int) cells.cells().stream().takeWhile(cells::isEarly).count();
  }

  private DoubleStream rates() {
    return DoubleStream.concat(rates(shown), rates(beside));
  }

  private static DoubleStream rates(Optional<HeatCells> cells) {
    return cells.stream()
        .flatMap(strip -> strip.cells().stream())
        .map(TrendLine::rate)
        .flatMapToDouble(OptionalDouble::stream);
  }

  private int draw(GapLine drawn, HeatCells cells, Predicate<Cell> part, DoubleUnaryOperator y) {
    List<OptionalDouble> values =
        cells.cells().stream()
            .map(cell -> part.test(cell) ? rate(cell) : OptionalDouble.empty())
            .toList();
    return drawn.draw(values, i -> x(cells, cells.cells().get(i)), y, POINT);
  }

  private static OptionalDouble rate(Cell cell) {
    return cell.count().ratePercent();
  }

  private double x(HeatCells cells, Cell cell) {
    int pieces = cells.buckets().size();
    return HeatStrip.centre(cell, pieces, this);
  }
}
