package io.github.sandboxcache.ui.usage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** The words beneath an axis; as many of them, evenly chosen, as fit without touching. */
final class TickLabels extends Pane {
  private static final double GAP = 8;

  private final List<Label> labels = new ArrayList<>();
  private List<BucketText.Tick> ticks = List.of();

  TickLabels() {
    setMouseTransparent(true);
  }

  void show(List<BucketText.Tick> next) {
    ticks = next;
    while (labels.size() > next.size()) {
      getChildren().remove(labels.removeLast());
    }
    while (labels.size() < next.size()) {
      Label label = new Label();
      label.getStyleClass().add("axis-label");
      label.setManaged(false);
      labels.add(label);
      getChildren().add(label);
    }
    for (int i = 0; i < next.size(); i++) {
      labels.get(i).setText(next.get(i).text());
    }
  }

  /**
   * Places them.
   *
   * @param centre where the middle of a tick is; a word that would stick out is moved in
   */
  void draw(ToDoubleFunction<BucketText.Tick> centre) {
    double[] left = new double[labels.size()];
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      label.autosize();
      double most = Math.max(0, getWidth() - label.getWidth());
      double wanted = snapPositionX(centre.applyAsDouble(ticks.get(i)) - label.getWidth() / 2);
      left[i] = Math.clamp(wanted, 0, most);
    }
    int step = 1;
    while (step < labels.size() && touch(left, step)) {
      step++;
    }
    for (int i = 0; i < labels.size(); i++) {
      labels.get(i).setVisible(i % step == 0);
      labels.get(i).relocate(left[i], 0);
    }
  }

  private boolean touch(double[] left, int step) {
    for (int i = step; i < left.length; i += step) {
      if (left[i] < left[i - step] + labels.get(i - step).getWidth() + GAP) {
        return true;
      }
    }
    return false;
  }
}
