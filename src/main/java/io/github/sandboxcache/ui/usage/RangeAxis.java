package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.usage.TimeBuckets;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;

/** Dates above a strip of cells, and a bracket that names the chosen range. FX thread only. */
final class RangeAxis extends Region {
  private static final double GAP = 8;
  private static final double BRACKET_TOP = 14.5;
  private static final double BRACKET_FOOT = 3;
  private static final double RAISED = 3;

  private final Label begin = label();
  private final Label middle = label();
  private final Label end = label();
  private final Label range = label();
  private final Path bracket = new Path();
  private Optional<HeatCells> shown = Optional.empty();

  RangeAxis() {
    getStyleClass().add("rate-axis");
    bracket.getStyleClass().add("range-bracket");
    bracket.setManaged(false);
    setMouseTransparent(true);
    getChildren().addAll(begin, middle, end, range, bracket);
  }

  private static Label label() {
    Label label = new Label();
    label.getStyleClass().add("axis-label");
    label.setManaged(false);
    return label;
  }

  /**
   * Shows the time of these cells.
   *
   * @param name the chosen range in a word
   */
  void show(HeatCells cells, String name) {
    shown = Optional.of(cells);
    TimeBuckets buckets = cells.buckets();
    begin.setText(BucketText.tick(buckets, 0));
    middle.setText(BucketText.tick(buckets, buckets.size() / 2));
    end.setText(BucketText.tick(buckets, buckets.size() - 1));
    range.setText(name);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    List.of(begin, middle, end, range).forEach(Label::autosize);
    shown.ifPresent(this::place);
  }

  private void place(HeatCells cells) {
    int pieces = cells.buckets().size();
    double left = HeatStrip.x(cells.rangeStart(), pieces, this);
    double width = getWidth();
    bracket
        .getElements()
        .setAll(
            new MoveTo(left + 0.5, BRACKET_TOP + BRACKET_FOOT),
            new VLineTo(BRACKET_TOP),
            new HLineTo(width - 0.5),
            new VLineTo(BRACKET_TOP + BRACKET_FOOT));
    boolean whole = cells.rangeStart() == 0;
    double free = whole ? width : left;
    put(range, left + (width - left - range.getWidth()) / 2, RAISED);
    put(begin, 0, whole ? RAISED : 0);
    put(end, width - end.getWidth(), RAISED);
    double centre = HeatStrip.centre(cells.at(pieces / 2), pieces, this) - middle.getWidth() / 2;
    put(middle, centre, 0);
    begin.setVisible(begin.getWidth() + GAP <= free);
    middle.setVisible(
        !whole
            && middle.getLayoutX() > begin.getWidth() + GAP
            && middle.getLayoutX() + middle.getWidth() + GAP <= Math.min(left, range.getLayoutX()));
    end.setVisible(
        whole
            && pieces > 1
            && end.getLayoutX() > range.getLayoutX() + range.getWidth() + GAP
            && range.getLayoutX() > begin.getWidth() + GAP);
  }

  private void put(Label label, double x, double raised) {
    label.relocate(
        snapPositionX(Math.max(0, x)),
        snapPositionY((getHeight() - label.getHeight()) / 2 - raised));
  }
}
