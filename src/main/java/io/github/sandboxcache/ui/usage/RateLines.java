package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.ui.fx.UiTexts;
import io.github.sandboxcache.ui.theme.LanguageLook;
import io.github.sandboxcache.usage.HitCount;
import io.github.sandboxcache.usage.LookupTimeline;
import io.github.sandboxcache.usage.UsageView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The chart of hit rates over time.
 *
 * @param lines one for each language, the best first
 * @param counts hits and misses of all languages in each piece of time
 * @param ticks words beneath
 * @param tips what there is to say about each piece of time
 * @param leastPercent where the axis begins
 * @param summary what the chart says, in words
 */
public record RateLines(
    List<Line> lines,
    List<HitCount> counts,
    List<BucketWords.Tick> ticks,
    List<String> tips,
    int leastPercent,
    String summary) {
  /** As many languages as the legend has room for. */
  static final int MOST_LINES = 6;

  private static final int MOST_TICKS = 8;
  private static final int UPPER_HALF = 50;

  /** Copies the lists, so that the record never changes. */
  public RateLines {
    lines = List.copyOf(lines);
    counts = List.copyOf(counts);
    ticks = List.copyOf(ticks);
    tips = List.copyOf(tips);
  }

  /**
   * One language.
   *
   * @param languageClass brings its colours, and the pattern of its line
   * @param name its name for people
   * @param value its hit rate in the whole range, as written
   * @param tip its hits and misses
   * @param points its hit rate in each piece of time, percent; empty where nobody asked
   */
  public record Line(
      String languageClass, String name, String value, String tip, List<OptionalDouble> points) {
    /** Copies the list, so that the record never changes. */
    public Line {
      points = List.copyOf(points);
    }
  }

  /** Draws it up. */
  public static RateLines of(UsageView view, UiTexts texts) {
    LookupTimeline timeline = view.timeline();
    List<Map.Entry<Language, HitCount>> languages =
        view.report().byLanguage().entrySet().stream()
            .sorted(
                Comparator.comparingDouble(RateLines::rate)
                    .reversed()
                    .thenComparing(Map.Entry::getKey))
            .toList();
    List<Line> lines = new ArrayList<>();
    double least = 100;
    for (Map.Entry<Language, HitCount> language : languages) {
      List<OptionalDouble> points =
          timeline.byLanguage().getOrDefault(language.getKey(), List.of()).stream()
              .map(HitCount::ratePercent)
              .toList();
      for (OptionalDouble point : points) {
        least = Math.min(least, point.orElse(100));
      }
      lines.add(
          new Line(
              LanguageLook.styleClass(language.getKey()),
              LanguageLook.displayName(language.getKey()),
              Percent.of(language.getValue().ratePercent()),
              texts.text("usage.summary", language.getValue().hits(), language.getValue().misses()),
              points));
    }
    List<String> tips = new ArrayList<>();
    for (int i = 0; i < timeline.buckets().size(); i++) {
      tips.add(tip(timeline, languages, i, texts));
    }
    return new RateLines(
        lines.subList(0, Math.min(MOST_LINES, lines.size())),
        timeline.total(),
        BucketWords.ticks(timeline.buckets(), MOST_TICKS),
        tips,
        least >= UPPER_HALF ? UPPER_HALF : 0,
        summary(lines, view, texts));
  }

  private static double rate(Map.Entry<Language, HitCount> language) {
    return language.getValue().ratePercent().orElse(0);
  }

  private static String tip(
      LookupTimeline timeline,
      List<Map.Entry<Language, HitCount>> languages,
      int index,
      UiTexts texts) {
    StringBuilder tip = new StringBuilder(BucketWords.whole(timeline.buckets(), index));
    if (timeline.total().get(index).lookups() == 0) {
      return tip.append('\n').append(texts.text("usage.nobody-asked")).toString();
    }
    for (Map.Entry<Language, HitCount> language : languages) {
      HitCount count = timeline.at(language.getKey(), index);
      if (count.lookups() > 0) {
        tip.append('\n')
            .append(
                texts.text(
                    "usage.tip.line",
                    LanguageLook.displayName(language.getKey()),
                    Percent.of(count.ratePercent()),
                    count.hits(),
                    count.misses()));
      }
    }
    return tip.toString();
  }

  private static String summary(List<Line> lines, UsageView view, UiTexts texts) {
    if (lines.isEmpty()) {
      return texts.text("usage.no-data");
    }
    List<String> parts = lines.stream().map(line -> line.name() + " " + line.value()).toList();
    return texts.text(
        "usage.hit-rate.summary",
        texts.text("usage.range." + RangeWords.key(view.range())),
        String.join(", ", parts));
  }
}
