package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.text.Csv;
import io.github.sandboxcache.usage.HitCount;
import io.github.sandboxcache.usage.LookupTimeline;
import io.github.sandboxcache.usage.TimeBuckets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The numbers of the charts as a table for programs and spreadsheets. */
final class UsageTable {
  private UsageTable() {}

  /**
   * One line for each piece of time and language with lookups, times in UTC. The rate is in
   * percent, with a point.
   */
  static String csv(LookupTimeline timeline) {
    StringBuilder csv =
        new StringBuilder(
            Csv.line(List.of("from", "to", "language", "hits", "misses", "hitRatePercent")));
    TimeBuckets buckets = timeline.buckets();
    Map<Language, List<HitCount>> languages = new TreeMap<>(timeline.byLanguage());
    for (int i = 0; i < buckets.size(); i++) {
      for (Map.Entry<Language, List<HitCount>> language : languages.entrySet()) {
        HitCount count = language.getValue().get(i);
        if (count.lookups() > 0) {
          List<String> cells = new ArrayList<>();
          cells.add(buckets.starts().get(i).toString());
          cells.add(buckets.endOf(i).toString());
          cells.add(language.getKey().name());
          cells.add(Long.toString(count.hits()));
          cells.add(Long.toString(count.misses()));
          cells.add(String.format(Locale.ROOT, "%.2f", count.ratePercent().orElse(0)));
          csv.append(Csv.line(cells));
        }
      }
    }
    return csv.toString();
  }
}
