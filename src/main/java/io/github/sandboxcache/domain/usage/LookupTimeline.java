package io.github.sandboxcache.domain.usage;

import io.github.sandboxcache.domain.cache.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lookups over time, for a chart.
 *
 * @param buckets the pieces of time
 * @param byLanguage for each language with lookups one count for each piece; no lookups means no
 *     rate, not a rate of 0 %
 * @param total the same of all languages together
 */
public record LookupTimeline(
    TimeBuckets buckets, Map<Language, List<HitCount>> byLanguage, List<HitCount> total) {
  /** Copies the collections, so that the record never changes. */
  public LookupTimeline {
    byLanguage = Map.copyOf(byLanguage);
    total = List.copyOf(total);
  }

  /** Puts counts into pieces of time; nothing is lost and nothing counts twice. */
  public static LookupTimeline of(TimeBuckets buckets, List<LookupCount> counts) {
    Map<Language, HitCount[]> byLanguage = new TreeMap<>();
    HitCount[] total = empty(buckets);
    for (LookupCount count : counts) {
      int index = buckets.indexOf(count.start());
      HitCount[] line = byLanguage.computeIfAbsent(count.language(), _ -> empty(buckets));
      line[index] = line[index].plus(count.count());
      total[index] = total[index].plus(count.count());
    }
    Map<Language, List<HitCount>> lines = new TreeMap<>();
    byLanguage.forEach((language, line) -> lines.put(language, List.of(line)));
    return new LookupTimeline(buckets, lines, new ArrayList<>(Arrays.asList(total)));
  }

  private static HitCount[] empty(TimeBuckets buckets) {
    HitCount[] line = new HitCount[buckets.size()];
    Arrays.fill(line, HitCount.NONE);
    return line;
  }

  /** Hits and misses of a language in one piece of time. */
  public HitCount at(Language language, int index) {
    List<HitCount> line = byLanguage.get(language);
    return line == null ? HitCount.NONE : line.get(index);
  }

  /** Whether there are no lookups at all. */
  public boolean isEmpty() {
    return byLanguage.isEmpty();
  }
}
