package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.LookupTimeline;
import io.github.sandboxcache.ui.base.HoverTip;
import io.github.sandboxcache.ui.base.Icon;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.usage.UsageExport.ChartPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Hits in each piece of time as upright bars with their numbers; in its language's colour. Says so
 * when there are no lookups.
 */
public final class BucketBars extends Region {
  private static final double TOP = 18;
  private static final double TICKS = 18;
  private static final double GAP = 4;
  private static final double MAX_WIDTH = 26;
  private static final double MIN_HEIGHT = 2;
  private static final int MAX_TICKS = 8;

  private final List<Region> bars = new ArrayList<>();
  private final List<Label> numbers = new ArrayList<>();
  private final List<Region> columns = new ArrayList<>();
  private final List<HoverTip> tips = new ArrayList<>();
  private final TickLabels ticks = new TickLabels();
  private final Region base = new Region();
  private final Label nothing = new Label("", new Icon("activity").styled("text3"));
  private List<Long> hits = List.of();
  private Optional<LookupTimeline> shown = Optional.empty();

  /** Without data yet. */
  public BucketBars() {
    getStyleClass().add("bucket-bars");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    base.getStyleClass().add("bucket-base");
    base.setManaged(false);
    ticks.setManaged(false);
    nothing.getStyleClass().addAll("medium", "small", "text2");
    nothing.setGraphicTextGap(8);
    nothing.setManaged(false);
    nothing.setMouseTransparent(true);
    getChildren().addAll(base, ticks, nothing);
  }

  /**
   * Shows the hits of that time.
   *
   * @param words what it says in words, which it shows where there are no bars
   */
  public void show(LookupTimeline timeline, String words, UiTexts texts) {
    shown = Optional.of(timeline);
    setAccessibleText(words);
    nothing.setText(words);
    nothing.setVisible(timeline.isEmpty());
    base.setVisible(!timeline.isEmpty());
    ticks.setVisible(!timeline.isEmpty());
    List<HitCount> counts = timeline.total();
    if (counts.size() != bars.size()) {
      makeBars(counts.size());
    }
    ticks.show(BucketText.ticks(timeline.buckets(), MAX_TICKS));
    for (int i = 0; i < counts.size(); i++) {
      long count = counts.get(i).hits();
      numbers.get(i).setText(count == 0 ? "" : UsageText.hits(count, texts).shown());
      tips.get(i)
          .setText(
              BucketText.whole(timeline.buckets(), i)
                  + "\n"
                  + texts.text("usage.summary", count, counts.get(i).misses()));
    }
    hits = counts.stream().map(HitCount::hits).toList();
    requestLayout();
  }

  /** It as it can leave the window, under that name. */
  public ChartPart part(String name) {
    return new ChartPart(name, () -> shown.map(UsageTable::csv).orElse(""), Optional.of(this));
  }

  private void makeBars(int count) {
    getChildren().removeAll(bars);
    getChildren().removeAll(numbers);
    getChildren().removeAll(columns);
    columns.clear();
    bars.clear();
    numbers.clear();
    tips.clear();
    for (int i = 0; i < count; i++) {
      Region bar = new Region();
      bar.getStyleClass().add("bucket-bar");
      bar.setManaged(false);
      bar.setMouseTransparent(true);
      // The whole height tells, so that nobody has to hit a low bar, or one that is not there.
      Region column = new Region();
      column.getStyleClass().add("bucket-column");
      column.setManaged(false);
      tips.add(HoverTip.install(column, ""));
      columns.add(column);
      bars.add(bar);
      getChildren().addAll(column, bar);
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
    double bar = Math.min(MAX_WIDTH, Math.max(1, step - GAP));
    double bottom = getHeight() - TICKS;
    long most = Math.max(1, hits.stream().mapToLong(Long::longValue).max().orElse(1));
    numbers.forEach(Label::autosize);
    boolean room = numbers.stream().allMatch(number -> number.getWidth() + GAP / 2 <= step);
    for (int i = 0; i < hits.size(); i++) {
      double high =
          hits.get(i) == 0 ? 0 : Math.max(MIN_HEIGHT, (bottom - TOP) * hits.get(i) / most);
      double centre = left + step * (i + 0.5);
      columns.get(i).resizeRelocate(left + step * i, 0, step, bottom);
      bars.get(i).resizeRelocate(snapPositionX(centre - bar / 2), bottom - high, bar, high);
      Label number = numbers.get(i);
      number.setVisible(room);
      number.relocate(
          snapPositionX(centre - number.getWidth() / 2), bottom - high - number.getHeight());
    }
    nothing.autosize();
    nothing.relocate(left, TOP);
    base.resizeRelocate(left, bottom, width, 1);
    ticks.resizeRelocate(left, bottom + 3, width, TICKS - 3);
    ticks.draw(tick -> step * (tick.first() + tick.span() / 2.0));
  }
}
