package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.base.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.stage.PopupWindow.AnchorLocation;

/**
 * Hit rates over time, and beneath them how many lookups they are made of. The pointer, or the
 * arrow keys, choose a piece of time, whose exact numbers are then shown.
 */
public final class RateChart extends Region {
  private static final double AXIS = 44;
  private static final double TOP = 6;
  private static final double RIGHT = 6;
  private static final double BARS = 22;
  private static final double BARS_GAP = 8;
  private static final double TICKS = 18;
  private static final double TIP_LEFT = 24;
  private static final double TIP_ABOVE = 24;
  private static final int MAX_GRID_LINES = 4;

  private final List<Line> grid = new ArrayList<>();
  private final List<Label> gridLabels = new ArrayList<>();
  private final TickLabels ticks = new TickLabels();
  private final Line crosshair = new Line();
  private final LinePlot plot = new LinePlot();
  private final CountBars bars = new CountBars();
  private final Tooltip tip = new Tooltip();
  private Optional<RateLines> shown = Optional.empty();
  private IntConsumer onChoose = _ -> {};
  private int chosen = -1;

  /** A chart without data. */
  public RateChart() {
    getStyleClass().add("rate-chart");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    for (int i = 0; i < MAX_GRID_LINES; i++) {
      Line line = new Line();
      line.getStyleClass().add("chart-grid");
      Label label = new Label();
      label.getStyleClass().add("axis-label");
      grid.add(line);
      gridLabels.add(label);
      line.setManaged(false);
      label.setManaged(false);
      getChildren().addAll(line, label);
    }
    crosshair.getStyleClass().add("chart-crosshair");
    Nodes.show(crosshair, false);
    plot.setManaged(false);
    bars.setManaged(false);
    ticks.setManaged(false);
    getChildren().addAll(crosshair, bars, plot, ticks);
    // Escape takes the crosshair away, and the tooltip with it.
    tip.setHideOnEscape(false);
    // Above the title, for the legend beside the chart reads the same piece of time.
    tip.setAnchorLocation(AnchorLocation.CONTENT_BOTTOM_LEFT);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> choose(indexAt(event.getX())));
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> choose(-1));
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.isPrimaryButtonDown()) {
            requestFocus();
          }
        });
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    focusedProperty().addListener((_, _, focused) -> choose(focused ? chosen : -1));
  }

  /** Shows that; nothing is touched when it shows it already. */
  void show(RateLines lines) {
    if (shown.filter(lines::equals).isPresent()) {
      return;
    }
    shown = Optional.of(lines);
    plot.show(lines.lines());
    bars.show(lines.counts());
    ticks.show(lines.ticks());
    List<Integer> percents = lines.grid();
    for (int i = 0; i < MAX_GRID_LINES; i++) {
      boolean there = i < percents.size();
      grid.get(i).setVisible(there);
      gridLabels.get(i).setVisible(there);
      gridLabels.get(i).setText(there ? percents.get(i) + "\u00a0%" : "");
    }
    choose(chosen < lines.tips().size() ? chosen : -1);
    requestLayout();
  }

  /** Told which piece of time is looked at, also anew after its numbers changed; -1 for none. */
  void setOnChoose(IntConsumer listener) {
    onChoose = listener;
  }

  /** Puts one line forward, or all with -1. */
  void highlight(int index) {
    plot.highlight(index);
  }

  @Override
  protected void layoutChildren() {
    double plotHeight = plotHeight();
    List<Integer> percents = shown.map(RateLines::grid).orElse(List.of());
    for (int i = 0; i < percents.size(); i++) {
      double share = (double) i / (percents.size() - 1);
      double y = snapPositionY(TOP + plotHeight * share) + 0.5;
      Line line = grid.get(i);
      line.setStartX(AXIS);
      line.setEndX(getWidth() - RIGHT);
      line.setStartY(y);
      line.setEndY(y);
      Label label = gridLabels.get(i);
      label.autosize();
      label.relocate(AXIS - 8 - label.getWidth(), snapPositionY(y - label.getHeight() / 2));
    }
    plot.resizeRelocate(0, 0, getWidth(), getHeight());
    bars.resizeRelocate(0, TOP + plotHeight + BARS_GAP, getWidth(), BARS);
    ticks.resizeRelocate(0, getHeight() - TICKS + 2, getWidth(), TICKS - 2);
    shown.ifPresent(
        lines -> {
          plot.draw(this::x, percent -> y(percent, lines.leastPercent()));
          bars.draw(this::x, step());
          ticks.draw(tick -> (x(tick.first()) + x(tick.first() + tick.span() - 1)) / 2);
        });
    placeCrosshair();
  }

  @Override
  protected double computePrefHeight(double width) {
    return 124;
  }

  private double plotHeight() {
    return Math.max(0, getHeight() - TOP - BARS_GAP - BARS - TICKS);
  }

  private double step() {
    int count = shown.map(lines -> lines.tips().size()).orElse(1);
    return (getWidth() - AXIS - RIGHT) / Math.max(1, count);
  }

  private double x(int index) {
    return AXIS + step() * (index + 0.5);
  }

  private double y(double percent, int least) {
    double share = (percent - least) / (100.0 - least);
    return TOP + 0.5 + plotHeight() * (1 - share);
  }

  private int indexAt(double x) {
    int count = shown.map(lines -> lines.tips().size()).orElse(0);
    return x < AXIS || count == 0 ? -1 : Math.min(count - 1, (int) ((x - AXIS) / step()));
  }

  private void onKey(KeyEvent event) {
    int count = shown.map(lines -> lines.tips().size()).orElse(0);
    boolean left = event.getCode() == KeyCode.LEFT;
    if (event.getCode() == KeyCode.ESCAPE && chosen >= 0) {
      choose(-1);
      event.consume();
    }
    if (count > 0 && (left || event.getCode() == KeyCode.RIGHT)) {
      int from = chosen < 0 ? (left ? count : -1) : chosen;
      choose(Math.clamp(from + (left ? -1 : 1), 0, count - 1));
      event.consume();
    }
  }

  private void choose(int index) {
    boolean same = chosen == index;
    chosen = index;
    plot.mark(index);
    if (!same) {
      requestLayout();
    }
    onChoose.accept(index);
    boolean visible = index >= 0 && shown.isPresent() && getScene() != null;
    crosshair.setVisible(visible);
    String words = visible ? shown.map(lines -> lines.tips().get(index)).orElse("") : "";
    setAccessibleText(
        shown.map(RateLines::summary).orElse("") + (words.isEmpty() ? "" : "\n" + words));
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    if (!visible) {
      tip.hide();
      return;
    }
    placeCrosshair();
    tip.setText(words);
    if (getScene().getWindow() != null && getScene().getWindow().isShowing()) {
      var at = localToScreen(x(index) - TIP_LEFT, -TIP_ABOVE);
      tip.show(this, at.getX(), at.getY());
    }
  }

  private void placeCrosshair() {
    if (chosen >= 0) {
      double x = snapPositionX(x(chosen)) + 0.5;
      crosshair.setStartX(x);
      crosshair.setEndX(x);
      crosshair.setStartY(TOP);
      crosshair.setEndY(getHeight() - TICKS);
    }
  }
}
