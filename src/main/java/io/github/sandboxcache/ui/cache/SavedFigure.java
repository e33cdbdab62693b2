package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.LookupTimeline;
import io.github.sandboxcache.domain.usage.TimeBuckets;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.domain.usage.UsageView;
import io.github.sandboxcache.domain.usage.Worth;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.Figure.Graph;
import io.github.sandboxcache.ui.cache.Figure.Note;
import io.github.sandboxcache.ui.usage.UsageText;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The key figure of the time that hits saved, and whether that is worth the cache's disk. */
final class SavedFigure {
  /** More columns than that would be too thin to see. */
  private static final int MAX_COLUMNS = 31;

  private static final int DAYS_OF_WEEK = 7;

  private SavedFigure() {}

  static Figure of(CacheView view, UiTexts texts) {
    UsageReport report = view.usage().report();
    Worth worth = view.worth(view.state().catalog().cached(), view.size());
    String key = UsageText.key(view.usage().range());
    String range = texts.text("figures.range." + key);
    String tip = texts.text("figures.saved.tip", range) + "\n" + WorthText.diskRule(texts);
    Optional<String> lacking = lacking(view);
    if (lacking.isPresent()) {
      return Figure.unknown(texts.text("none"), texts.text(lacking.get(), range), tip)
          .with(note(worth, texts));
    }
    return new Figure(
        RelativeTime.length(report.saved().orElseThrow()),
        List.of(range, texts.text("usage.range.short." + key)),
        note(worth, texts),
        new Graph.Columns(columns(view.usage())),
        tip);
  }

  private static Optional<String> lacking(CacheView view) {
    UsageReport report = view.usage().report();
    if (!view.usageReadable()) {
      return Optional.of("figures.hit-rate.not-readable");
    }
    if (report.images().isEmpty()) {
      return Optional.of("figures.saved.no-log");
    }
    if (report.saved().isEmpty()) {
      return Optional.of("figures.saved.no-times");
    }
    return report.total().hits() == 0 ? Optional.of("figures.saved.no-hits") : Optional.empty();
  }

  private static Note note(Worth worth, UiTexts texts) {
    String word = WorthText.word(worth, texts);
    if (word.isEmpty()) {
      return Note.NONE;
    }
    String perGb = texts.text("figures.saved.per-gb", SavedText.of(worth.weekly(), texts));
    return new Note(
        word,
        WorthText.tone(worth),
        WorthText.icon(worth),
        worth.weekly().isNothing() ? List.of() : List.of(perGb));
  }

  /** The same estimate piece by piece: each hit of a language saves what they save on average. */
  private static List<Double> columns(UsageView usage) {
    Map<Language, Double> perHit = perHit(usage.report());
    LookupTimeline timeline = usage.timeline();
    List<Double> pieces = new ArrayList<>();
    for (int i = 0; i < timeline.buckets().size(); i++) {
      double sum = 0;
      for (Map.Entry<Language, Double> language : perHit.entrySet()) {
        sum += timeline.at(language.getKey(), i).hits() * language.getValue();
      }
      pieces.add(sum);
    }
    return switch (usage.range()) {
      case WEEK -> days(timeline.buckets(), pieces);
      case DAY, MONTH, ALL -> pooled(pieces);
    };
  }

  private static Map<Language, Double> perHit(UsageReport report) {
    Map<Language, List<CacheReference>> images = new HashMap<>();
    report
        .images()
        .keySet()
        .forEach(
            image -> images.computeIfAbsent(image.language(), _ -> new ArrayList<>()).add(image));
    Map<Language, Double> perHit = new HashMap<>();
    report
        .byLanguage()
        .forEach(
            (language, count) -> {
              Duration saved =
                  report.saved(images.getOrDefault(language, List.of())).orElse(Duration.ZERO);
              perHit.put(language, (double) saved.toMillis() / Math.max(1, count.hits()));
            });
    return perHit;
  }

  /** The last seven of the user's days, today the last. */
  private static List<Double> days(TimeBuckets buckets, List<Double> pieces) {
    Map<LocalDate, Double> days = new TreeMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      LocalDate day = buckets.starts().get(i).atZone(buckets.zone()).toLocalDate();
      days.merge(day, pieces.get(i), Double::sum);
    }
    return days.values().stream().skip(Math.max(0, days.size() - DAYS_OF_WEEK)).toList();
  }

  private static List<Double> pooled(List<Double> pieces) {
    int together = (pieces.size() + MAX_COLUMNS - 1) / MAX_COLUMNS;
    return Stream.iterate(0, from -> from < pieces.size(), from -> from + together)
        .map(from -> pieces.subList(from, Math.min(pieces.size(), from + together)))
        .map(part -> part.stream().mapToDouble(Double::doubleValue).sum())
        .toList();
  }
}
