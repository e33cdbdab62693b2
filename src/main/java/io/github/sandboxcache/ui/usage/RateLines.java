package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.LookupTimeline;
import io.github.sandboxcache.domain.usage.UsageRange;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The chart of hit rates over time.
 *
 * @param lines one for each language, the best first; of many languages those that were asked for
 *     most, and one of all others together
 * @param counts hits and misses of all languages in each piece of time
 * @param ticks words beneath
 * @param times each piece of time in words
 * @param tips what there is to say about each piece of time
 * @param leastPercent where the axis begins
 * @param summary what the chart says, in words
 */
public record RateLines(
    List<Line> lines,
    List<HitCount> counts,
    List<BucketText.Tick> ticks,
    List<String> times,
    List<String> tips,
    int leastPercent,
    String summary) {
  /** No lines and no time. */
  static final RateLines NONE =
      new RateLines(List.of(), List.of(), List.of(), List.of(), List.of(), 0, "");

  /** As many lines as the legend has room for. */
  static final int MAX_LINES = 7;

  private static final int MAX_TICKS = 8;
  private static final int PATTERNS = 4;
  private static final int AXIS_STEP = 25;
  private static final int LONG_AXIS_STEP = 50;

  /** Copies the lists, so that the record never changes. */
  public RateLines {
    lines = List.copyOf(lines);
    counts = List.copyOf(counts);
    ticks = List.copyOf(ticks);
    times = List.copyOf(times);
    tips = List.copyOf(tips);
  }

  /**
   * One language.
   *
   * @param languageClass brings its colours, and the pattern of its line where it is known
   * @param patternClass the pattern of the line of an unknown language; else empty
   * @param name its name for people
   * @param value its hit rate in the whole range, as written
   * @param tip its hits and misses
   * @param points its hit rate in each piece of time, percent; empty where nobody asked
   * @param counts the lookups that those rates are made of
   */
  public record Line(
      String languageClass,
      String patternClass,
      String name,
      String value,
      String tip,
      List<OptionalDouble> points,
      List<HitCount> counts) {
    /** Copies the lists, so that the record never changes. */
    public Line {
      points = List.copyOf(points);
      counts = List.copyOf(counts);
    }

    /** The rate in one piece of time as written; empty where nobody asked. */
    String valueAt(int index) {
      return points.get(index).isPresent() ? Percent.of(points.get(index)) : "";
    }
  }

  /** Draws it up. */
  public static RateLines of(UsageView view, UiTexts texts) {
    LookupTimeline timeline = view.timeline();
    List<Line> lines = new ArrayList<>();
    int unknown = 0;
    for (LanguageLookups language : LanguageLookups.of(view, MAX_LINES, texts)) {
      boolean plain = language.look().equals(LanguageLook.UNKNOWN);
      lines.add(
          new Line(
              language.look(),
              plain ? "pattern-" + unknown % PATTERNS : "",
              language.name(),
              Percent.of(language.sum().ratePercent()),
              counts(language.sum(), texts),
              language.counts().stream().map(HitCount::ratePercent).toList(),
              language.counts()));
      unknown += plain ? 1 : 0;
    }
    double least =
        lines.stream()
            .flatMap(line -> line.points().stream())
            .flatMapToDouble(OptionalDouble::stream)
            .min()
            .orElse(100);
    List<String> times = new ArrayList<>();
    List<String> tips = new ArrayList<>();
    for (int i = 0; i < timeline.buckets().size(); i++) {
      times.add(time(view, i, texts));
      tips.add(tip(times.getLast(), timeline.total().get(i), lines, i, texts));
    }
    return new RateLines(
        lines,
        timeline.total(),
        BucketText.ticks(timeline.buckets(), MAX_TICKS),
        times,
        tips,
        axisFrom(least),
        summary(lines, view, texts));
  }

  /** Where an axis begins so that it shows that rate, and at least the best quarter. */
  private static int axisFrom(double percent) {
    return Math.min(100 - AXIS_STEP, AXIS_STEP * (int) (percent / AXIS_STEP));
  }

  /** The rates that the axis names, from 100 % down. */
  List<Integer> grid() {
    int step = leastPercent == 0 ? LONG_AXIS_STEP : AXIS_STEP;
    List<Integer> percents = new ArrayList<>();
    for (int percent = 100; percent >= leastPercent; percent -= step) {
      percents.add(percent);
    }
    return percents;
  }

  private static String counts(HitCount count, UiTexts texts) {
    return texts.text("usage.summary", count.hits(), count.misses());
  }

  private static String time(UsageView view, int index, UiTexts texts) {
    String time = BucketText.whole(view.timeline().buckets(), index);
    return view.range() == UsageRange.ALL ? texts.text("usage.tip.utc", time) : time;
  }

  private static String tip(String time, HitCount all, List<Line> lines, int index, UiTexts texts) {
    List<String> said = new ArrayList<>();
    said.add(time);
    if (all.lookups() == 0) {
      said.add(texts.text("usage.nobody-asked"));
      return String.join("\n", said);
    }
    for (Line line : lines) {
      if (line.counts().get(index).lookups() > 0) {
        said.add(tipLine(line.name(), line.counts().get(index), texts));
      }
    }
    if (said.size() > 2) {
      said.add(tipLine(texts.text("usage.tip.all"), all, texts));
    }
    return String.join("\n", said);
  }

  private static String tipLine(String name, HitCount count, UiTexts texts) {
    return texts.text(
        "usage.tip.line", name, Percent.of(count.ratePercent()), count.hits(), count.misses());
  }

  private static String summary(List<Line> lines, UsageView view, UiTexts texts) {
    if (lines.isEmpty()) {
      return texts.text("usage.no-data");
    }
    List<String> parts = lines.stream().map(line -> line.name() + " " + line.value()).toList();
    return texts.text(
        "usage.hit-rate.summary",
        texts.text("usage.range." + UsageText.key(view.range())),
        String.join(", ", parts));
  }
}
