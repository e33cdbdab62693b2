package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.HitRateGrade;
import io.github.sandboxcache.domain.usage.Thresholds;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.usage.HeatCells.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Path;

/** What the cells of a strip mean; says as much of it as has room. FX thread only. */
final class HeatLegend extends Pane {
  private static final double GAP = 12;
  private static final double WIDTH = 9;
  private static final double HEIGHT = 12;

  /** The legend. */
  HeatLegend(UiTexts texts) {
    getStyleClass().add("heat-legend");
    setMinWidth(0);
    HitRateGrade[] grades = HitRateGrade.values();
    for (int i = 0; i < grades.length; i++) {
      HitRateGrade grade = grades[i];
      int above = i == 0 ? 0 : grades[i - 1].leastPercent();
      getChildren()
          .add(
              key(
                  new Cell(0, 1, new HitCount(grade.leastPercent(), 100L - grade.leastPercent())),
                  texts.text(
                      "usage.legend." + grade.name().toLowerCase(Locale.ROOT),
                      grade.leastPercent(),
                      above - 1,
                      above)));
    }
    getChildren().add(key(new Cell(0, 1, HitCount.NONE), texts.text("usage.nobody-asked")));
    Label pale = new Label(texts.text("usage.legend.thin", Thresholds.TELLING_LOOKUPS));
    pale.getStyleClass().add("axis-label");
    getChildren().add(pale);
  }

  private static Node key(Cell cell, String text) {
    double high = Math.rint(HEIGHT * HeatStrip.share(cell.grade()));
    Path fill = new Path(HeatStrip.outline(new Rectangle2D(0, 0, WIDTH, high), high == HEIGHT));
    fill.getStyleClass().setAll(HeatStrip.styleClasses(cell, false));
    StackPane sample = new StackPane(fill);
    sample.getStyleClass().add("heat-key");
    Label label = new Label(text);
    label.getStyleClass().add("axis-label");
    HBox key = new HBox(sample, label);
    key.getStyleClass().add("chart-key");
    return key;
  }

  @Override
  protected double computePrefWidth(double height) {
    return getChildren().stream().mapToDouble(key -> snapSizeX(key.prefWidth(-1)) + GAP).sum();
  }

  @Override
  protected void layoutChildren() {
    List<Node> fitting = new ArrayList<>();
    double width = 0;
    for (Node key : getChildren()) {
      double more = snapSizeX(key.prefWidth(-1)) + GAP;
      boolean fits = fitting.size() == getChildren().indexOf(key) && width + more <= getWidth();
      key.setVisible(fits);
      if (fits) {
        fitting.add(key);
        width += more;
      }
    }
    double x = snapPositionX(getWidth() - width);
    for (Node key : fitting) {
      double wide = snapSizeX(key.prefWidth(-1));
      double high = snapSizeY(key.prefHeight(-1));
      key.resizeRelocate(x, snapPositionY((getHeight() - high) / 2), wide, high);
      x += wide + GAP;
    }
  }
}
