package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Nodes;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The hit rate of one language, or of all, in numbers, and beside them over time. */
class RateLine extends RowList.Line<RateRows.Row> {
  /** What stands between the numbers and their course, in pixels. */
  static final double GAP = 16;

  private final Region dot = new Region();
  private final Label name = new Label();
  private final Label rate = new Label();
  private final Label change = new Label();
  private final Label misses = new Label();
  private final Label waited = new Label();
  private final HoverTip tip;

  /**
   * A row that shows nothing yet.
   *
   * @param columns which columns there is room for
   * @param overTime shows its rates over time
   */
  RateLine(RateColumns columns, Node overTime) {
    dot.getStyleClass().add("dot");
    HBox who = new HBox(8, dot, name);
    who.setAlignment(Pos.CENTER_LEFT);
    who.getStyleClass().add("rate-name");
    name.getStyleClass().add("small");
    rate.getStyleClass().addAll("rate-percent", "rate-value");
    misses.getStyleClass().addAll("small", "text2", "rate-misses");
    waited.getStyleClass().addAll("small", "rate-waited");
    columns.follow(misses, waited);
    // What is said of the numbers is not said of a cell beside them.
    HBox numbers = new HBox(who, rate, change, misses, waited);
    numbers.setAlignment(Pos.CENTER_LEFT);
    tip = HoverTip.on(numbers);
    HBox.setHgrow(overTime, Priority.ALWAYS);
    HBox.setMargin(overTime, new Insets(0, 0, 0, GAP));
    numbers.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(numbers, overTime);
  }

  @Override
  void draw(RateRows.Row row) {
    look(row.look());
    Nodes.show(dot, row.language().isPresent());
    Nodes.style(name, "label", "small", row.language().isPresent() ? "text" : "semibold");
    name.setText(row.name());
    rate.setText(row.rate());
    Nodes.style(rate, "label", "rate-percent", "rate-value", row.low() ? "warn" : "text");
    change.setText(row.change());
    Nodes.style(change, "label", "small", "rate-change", row.changeStyle());
    misses.setText(row.misses());
    waited.setText(row.waited());
    tip.setText(row.tip());
    setAccessibleText(row.said());
  }
}
