package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.usage.HitRateGrade;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.usage.HeatCells.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;

/**
 * A strip of cells that shows hit rates over time: the better a rate, the higher and greener its
 * cell. As wide and high as it is given; cells of one style are one shape, which stays and only
 * changes, so that live data does not flicker. FX thread only.
 */
public final class HeatStrip extends Region {
  private static final double GAP = 1;
  private static final double RADIUS = 2;
  private static final double HEIGHT = 12;
  private static final double EDGE = 2;

  private final UiTexts texts;
  private final Path ground = new Path();
  private final Map<List<String>, Path> fills = new HashMap<>();
  private final Region chosen = new Region();
  private final Region mark = new Region();
  private final HoverTip tip;
  private Optional<HeatCells> shown = Optional.empty();
  private Optional<Cell> marked = Optional.empty();
  private Optional<Cell> narrowing = Optional.empty();
  private Consumer<Cell> onChoose = _ -> {};

  /** A strip without cells. */
  public HeatStrip(UiTexts texts) {
    this.texts = texts;
    getStyleClass().add("heat-strip");
    ground.getStyleClass().add("heat-ground");
    ground.setManaged(false);
    ground.setMouseTransparent(true);
    chosen.getStyleClass().addAll("heat-mark", "chosen");
    mark.getStyleClass().add("heat-mark");
    for (Region edge : List.of(chosen, mark)) {
      edge.setManaged(false);
      edge.setMouseTransparent(true);
      edge.setVisible(false);
    }
    setPickOnBounds(true);
    getChildren().addAll(ground, chosen, mark);
    addEventFilter(MouseEvent.MOUSE_ENTERED, this::look);
    addEventFilter(MouseEvent.MOUSE_MOVED, this::look);
    tip = HoverTip.on(this);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
  }

  /** Shows these cells; nothing is touched when it shows them already. */
  public void show(HeatCells cells) {
    if (shown.filter(cells::equals).isPresent()) {
      return;
    }
    shown = Optional.of(cells);
    Set<List<String>> styles = new LinkedHashSet<>();
    cells.cells().forEach(cell -> styles.add(styles(cell)));
    fills.entrySet().removeIf(fill -> !styles.contains(fill.getKey()) && remove(fill.getValue()));
    styles.forEach(style -> fills.computeIfAbsent(style, this::add));
    mark(marked.map(cell -> cells.at(cell.first())));
    requestLayout();
  }

  /** Told which cell is clicked. */
  public void setOnChoose(Consumer<Cell> listener) {
    onChoose = listener;
  }

  /** Puts an edge around one of its cells, or around none. */
  void mark(Optional<Cell> cell) {
    marked = cell;
    mark.setVisible(cell.isPresent());
    requestLayout();
  }

  /** Puts another edge around that cell to which everything is narrowed, or around none. */
  void choose(Optional<Cell> cell) {
    narrowing = cell;
    chosen.setVisible(cell.isPresent());
    requestLayout();
  }

  private List<String> styles(Cell cell) {
    return styleClasses(cell, shown.filter(cells -> cells.isEarly(cell)).isPresent());
  }

  private Path add(List<String> styles) {
    Path fill = new Path();
    fill.getStyleClass().setAll(styles);
    fill.setManaged(false);
    fill.setMouseTransparent(true);
    // The marks stay above all cells.
    getChildren().add(1, fill);
    return fill;
  }

  private boolean remove(Path fill) {
    return getChildren().remove(fill);
  }

  /** The style classes of the coloured part of a cell. */
  static List<String> styleClasses(Cell cell, boolean early) {
    return Stream.of(
            "heat-fill",
            cell.grade().map(grade -> grade.name().toLowerCase(Locale.ROOT)).orElse("none"),
            HitRateGrade.isThin(cell.count()) ? "thin" : "",
            early ? "early" : "")
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** How much of the height of the strip a cell of that grade takes. */
  static double share(Optional<HitRateGrade> grade) {
    return grade
        .map(
            known ->
                switch (known) {
                  case GOOD -> 1.0;
                  case FAIR -> 0.75;
                  case LOW -> 0.5;
                  case BAD -> 1 / 3.0;
                })
        .orElse(1.0);
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected void layoutChildren() {
    List<PathElement> all = new ArrayList<>();
    Map<List<String>, List<PathElement>> coloured = new HashMap<>();
    for (Cell cell : shown.map(HeatCells::cells).orElse(List.of())) {
      Rectangle2D place = place(cell);
      all.addAll(outline(place, true));
      double high = Math.max(1, snapSizeY(share(cell.grade()) * place.getHeight()));
      Rectangle2D part =
          new Rectangle2D(place.getMinX(), place.getMaxY() - high, place.getWidth(), high);
      coloured
          .computeIfAbsent(styles(cell), _ -> new ArrayList<>())
          .addAll(outline(part, high == place.getHeight()));
    }
    ground.getElements().setAll(all);
    fills.forEach(
        (style, fill) -> fill.getElements().setAll(coloured.getOrDefault(style, List.of())));
    marked.ifPresent(cell -> around(mark, cell));
    narrowing.ifPresent(cell -> around(chosen, cell));
  }

  private void around(Region edge, Cell cell) {
    Rectangle2D at = place(cell);
    edge.resizeRelocate(
        at.getMinX() - EDGE,
        at.getMinY() - EDGE,
        at.getWidth() + 2 * EDGE,
        at.getHeight() + 2 * EDGE);
  }

  private Rectangle2D place(Cell cell) {
    int pieces = shown.map(cells -> cells.buckets().size()).orElse(1);
    double left = x(cell.first(), pieces, this);
    double end = x(cell.first() + cell.span(), pieces, this) - snapSpaceX(GAP);
    return new Rectangle2D(left, 0, Math.max(1, end - left), getHeight());
  }

  /** Where a piece of time begins in an area as wide as a strip, in pixels from the left. */
  static double x(int piece, int pieces, Region area) {
    double gap = area.snapSpaceX(GAP);
    return area.snapPositionX(piece * (area.getWidth() + gap) / pieces);
  }

  /** Where the middle of a cell is, in pixels from the left. */
  static double centre(Cell cell, int pieces, Region area) {
    double end = x(cell.first() + cell.span(), pieces, area) - area.snapSpaceX(GAP);
    return (x(cell.first(), pieces, area) + end) / 2;
  }

  /**
   * The outline of a cell, or of its coloured part: that is round at the top only if it is full.
   */
  static List<PathElement> outline(Rectangle2D at, boolean full) {
    double round = Math.min(RADIUS, Math.min(at.getWidth(), at.getHeight()) / 2);
    double top = full ? round : 0;
    return List.of(
        new MoveTo(at.getMinX() + top, at.getMinY()),
        new HLineTo(at.getMaxX() - top),
        corner(at.getMaxX(), at.getMinY() + top, top),
        new VLineTo(at.getMaxY() - round),
        corner(at.getMaxX() - round, at.getMaxY(), round),
        new HLineTo(at.getMinX() + round),
        corner(at.getMinX(), at.getMaxY() - round, round),
        new VLineTo(at.getMinY() + top),
        corner(at.getMinX() + top, at.getMinY(), top),
        new ClosePath());
  }

  private static ArcTo corner(double x, double y, double round) {
    return new ArcTo(round, round, 0, x, y, false, true);
  }

  private Optional<Cell> under(MouseEvent event) {
    return shown.map(
        cells -> {
          double piece = event.getX() / (getWidth() + GAP) * cells.buckets().size();
          return cells.at(Math.clamp((int) piece, 0, cells.buckets().size() - 1));
        });
  }

  private void look(MouseEvent event) {
    shown.ifPresent(
        cells -> under(event).ifPresent(cell -> tip.setText(HeatText.cell(cells, cell, texts))));
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      under(event).ifPresent(onChoose);
    }
  }
}
