package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Nodes;
import io.github.sandboxcache.ui.base.SegmentBar;
import io.github.sandboxcache.ui.base.Sparkline;
import io.github.sandboxcache.ui.cache.Figures.Figure;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shows one key figure: name and note, value, bar. */
public final class FigureCell extends VBox {
  private static final double TREND_WIDTH = 148;
  private static final double TREND_HEIGHT = 32;
  private static final double TREND_MARGIN = 16;
  private static final double TREND_BOTTOM = 8;

  private final Label name = new Label();
  private final Label note = new Label();
  private final Label before = new Label();
  private final Label value = new Label();
  private final Label after = new Label();
  private final Label rise = new Label();
  private final SegmentBar bar = new SegmentBar();
  private final Sparkline trend = new Sparkline();
  private final HBox line = new HBox(6);
  private final HoverTip tooltip;

  /** A cell without name and value yet. */
  public FigureCell() {
    getStyleClass().add("figure");
    name.getStyleClass().addAll("small", "text2");
    name.setMinWidth(USE_PREF_SIZE);
    note.getStyleClass().addAll("small", "text3");
    before.getStyleClass().addAll("small", "text2");
    before.setMinWidth(USE_PREF_SIZE);
    value.getStyleClass().add("value");
    value.setMinWidth(USE_PREF_SIZE);
    after.getStyleClass().addAll("small", "text2");
    bar.getStyleClass().add("thin-bar");
    note.setMinWidth(0);
    rise.getStyleClass().addAll("small", "medium");
    rise.setMinWidth(USE_PREF_SIZE);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox head = new HBox(4, name, spring, rise, note);
    line.getChildren().addAll(before, value, after);
    line.setAlignment(Pos.BASELINE_LEFT);
    line.getStyleClass().add("figure-line");
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    getChildren().addAll(head, line, gap, bar, trend);
    trend.setManaged(false);
    tooltip = HoverTip.install(this, "");
  }

  /** What the figure is called. */
  public String getTitle() {
    return name.getText();
  }

  /** Names the figure. */
  public void setTitle(String title) {
    name.setText(title);
  }

  void show(Figure figure) {
    note.setText(figure.note());
    before.setText(figure.before());
    Nodes.show(before, !figure.before().isEmpty());
    value.setText(figure.value());
    after.setText(figure.after());
    bar.setSegments(figure.bar());
    bar.setVisible(figure.trend().isEmpty());
    trend.setVisible(!figure.trend().isEmpty());
    trend.setValues(figure.trend());
    rise.setText(figure.rise());
    Nodes.style(rise, "label", "small", "medium", figure.better() ? "ok" : "text2");
    // In a narrow window there may be no room for the whole note.
    tooltip.setText(
        Stream.of(figure.note(), figure.tip())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("\n")));
    setAccessibleText(
        Stream.of(
                name.getText(),
                figure.before(),
                figure.value(),
                figure.after(),
                figure.rise(),
                figure.note())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" ")));
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double taken = line.getLayoutX() + after.getBoundsInParent().getMaxX() + TREND_MARGIN;
    double width = Math.clamp(getWidth() - TREND_MARGIN - taken, 0, TREND_WIDTH);
    trend.resizeRelocate(
        getWidth() - TREND_MARGIN - width,
        getHeight() - TREND_BOTTOM - TREND_HEIGHT,
        width,
        TREND_HEIGHT);
  }
}
