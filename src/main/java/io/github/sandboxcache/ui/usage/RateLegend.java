package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.usage.RateLines.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Names and values of the lines, with a piece of each line. Nodes stay while lines do. */
public final class RateLegend extends VBox {
  /** How long the piece is, in pixels: so that every pattern shows its gaps. */
  static final double SAMPLE = 28;

  private final List<Row> rows = new ArrayList<>();
  private IntConsumer onHighlight = _ -> {};
  private List<Line> shown = List.of();

  private static final class Row extends HBox {
    private final javafx.scene.shape.Line sample = new javafx.scene.shape.Line(0, 0, SAMPLE, 0);
    private final Label name = new Label();
    private final Label value = new Label();
    private final HoverTip tooltip;

    Row() {
      super(8);
      name.getStyleClass().add("small");
      value.getStyleClass().addAll("small", "medium");
      value.setMinWidth(USE_PREF_SIZE);
      HBox.setHgrow(name, Priority.ALWAYS);
      name.setMaxWidth(Double.MAX_VALUE);
      setAlignment(Pos.CENTER_LEFT);
      getStyleClass().add("legend-row");
      setFocusTraversable(true);
      setAccessibleRole(AccessibleRole.TEXT);
      getChildren().addAll(sample, name, value);
      tooltip = HoverTip.install(this, "");
    }

    void show(Line line, int index) {
      sample.getStyleClass().setAll("chart-line", line.languageClass());
      if (!line.patternClass().isEmpty()) {
        sample.getStyleClass().add(line.patternClass());
      }
      name.setText(line.name());
      value.setText(index < 0 ? line.value() : line.valueAt(index));
      tooltip.setText(line.name() + "\n" + line.tip());
      setAccessibleText(line.name() + " " + line.value() + ", " + line.tip());
    }
  }

  /** Without lines yet. */
  public RateLegend() {
    getStyleClass().add("legend");
  }

  /** Told which line is looked at; -1 for none. */
  void setOnHighlight(IntConsumer listener) {
    onHighlight = listener;
  }

  void show(List<Line> lines) {
    if (lines.equals(shown)) {
      return;
    }
    shown = lines;
    while (rows.size() > lines.size()) {
      getChildren().remove(rows.removeLast());
    }
    while (rows.size() < lines.size()) {
      Row row = new Row();
      int index = rows.size();
      row.hoverProperty().addListener((_, _, on) -> onHighlight.accept(on ? index : -1));
      row.focusedProperty().addListener((_, _, on) -> onHighlight.accept(on ? index : -1));
      rows.add(row);
      getChildren().add(row);
    }
    readAt(-1);
  }

  /** Shows the rates of one piece of time, or with -1 those of all. */
  void readAt(int index) {
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).show(shown.get(i), index);
    }
  }
}
