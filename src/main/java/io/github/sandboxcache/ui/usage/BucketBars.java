package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.usage.HitCount;
import io.github.sandboxcache.usage.LookupTimeline;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Hits in each piece of time as upright bars with their numbers; in its language's colour. */
public final class BucketBars extends Region {
  private static final double TOP = 18;
  private static final double TICKS = 18;
  private static final double GAP = 4;
  private static final double MOST_WIDTH = 26;
  private static final double LEAST = 2;
  private static final int MOST_TICKS = 7;
  private static final double LEAST_FOR_NUMBERS = 16;

  private final List<Region> bars = new ArrayList<>();
  private final List<Label> numbers = new ArrayList<>();
  private final List<Label> ticks = new ArrayList<>();
  private final List<Tooltip> tips = new ArrayList<>();
  private final Region base = new Region();
  private List<Long> hits = List.of();
  private List<BucketWords.Tick> words = List.of();

  /** Without data yet. */
  public BucketBars() {
    getStyleClass().add("bucket-bars");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    base.getStyleClass().add("bucket-base");
    base.setManaged(false);
    getChildren().add(base);
  }

  /** Shows the hits of that time; what it says in words is the accessible text. */
  public void show(LookupTimeline timeline, String accessible) {
    setAccessibleText(accessible);
    List<Long> next = timeline.total().stream().map(HitCount::hits).toList();
    words =
        BucketWords.ticks(
            timeline.buckets(), next.size() <= MOST_TICKS + 1 ? MOST_TICKS + 1 : MOST_TICKS - 3);
    if (next.size() != bars.size()) {
      makeBars(next.size());
    }
    while (ticks.size() > words.size()) {
      getChildren().remove(ticks.removeLast());
    }
    while (ticks.size() < words.size()) {
      ticks.add(label("axis-label"));
    }
    for (int i = 0; i < ticks.size(); i++) {
      ticks.get(i).setText(words.get(i).text());
    }
    for (int i = 0; i < next.size(); i++) {
      numbers.get(i).setText(next.get(i) == 0 ? "" : next.get(i).toString());
      tips.get(i).setText(BucketWords.whole(timeline.buckets(), i) + "\n" + next.get(i));
    }
    hits = next;
    requestLayout();
  }

  private void makeBars(int count) {
    getChildren().removeAll(bars);
    getChildren().removeAll(numbers);
    bars.clear();
    numbers.clear();
    tips.clear();
    for (int i = 0; i < count; i++) {
      Region bar = new Region();
      bar.getStyleClass().add("bucket-bar");
      bar.setManaged(false);
      Tooltip tip = new Tooltip();
      Tooltip.install(bar, tip);
      tips.add(tip);
      bars.add(bar);
      getChildren().add(bar);
      numbers.add(label("bucket-count"));
    }
  }

  private Label label(String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    label.setManaged(false);
    label.setMouseTransparent(true);
    getChildren().add(label);
    return label;
  }

  @Override
  protected void layoutChildren() {
    double left = getInsets().getLeft();
    double width = getWidth() - left - getInsets().getRight();
    double step = width / Math.max(1, hits.size());
    double bar = Math.min(MOST_WIDTH, Math.max(1, step - GAP));
    double bottom = getHeight() - TICKS;
    long most = Math.max(1, hits.stream().mapToLong(Long::longValue).max().orElse(1));
    for (int i = 0; i < hits.size(); i++) {
      double high = hits.get(i) == 0 ? 0 : Math.max(LEAST, (bottom - TOP) * hits.get(i) / most);
      double centre = left + step * (i + 0.5);
      bars.get(i).resizeRelocate(snapPositionX(centre - bar / 2), bottom - high, bar, high);
      Label number = numbers.get(i);
      number.setVisible(step >= LEAST_FOR_NUMBERS);
      number.autosize();
      number.relocate(
          snapPositionX(centre - number.getWidth() / 2), bottom - high - number.getHeight());
    }
    base.resizeRelocate(left, bottom, width, 1);
    for (int i = 0; i < ticks.size(); i++) {
      Label tick = ticks.get(i);
      tick.autosize();
      double centre = left + step * (words.get(i).first() + words.get(i).span() / 2.0);
      double rightmost = Math.max(left, left + width - tick.getWidth());
      tick.relocate(
          Math.clamp(snapPositionX(centre - tick.getWidth() / 2), left, rightmost), bottom + 3);
    }
  }
}
