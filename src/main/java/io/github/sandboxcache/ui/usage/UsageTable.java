package io.github.sandboxcache.ui.usage;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.ImageUsage;
import io.github.sandboxcache.domain.usage.LookupTimeline;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.TimeBuckets;
import io.github.sandboxcache.domain.usage.UsageReport.PackageHits;
import io.github.sandboxcache.text.Csv;
import io.github.sandboxcache.ui.base.CacheSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
          cells.add(percent(count));
          csv.append(Csv.line(cells));
        }
      }
    }
    return csv.toString();
  }

  /** One line for each language with images, largest first; bytes, empty where not known. */
  static String sizes(Map<Language, CacheSize> sizes) {
    StringBuilder csv = new StringBuilder(Csv.line(List.of("language", "ownBytes", "totalBytes")));
    sizes.entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<Language, CacheSize> size) -> size.getValue().ownBytes())
                .reversed())
        .map(
            size ->
                List.of(
                    size.getKey().name(),
                    size.getValue().own().map(own -> Long.toString(own.bytes())).orElse(""),
                    size.getValue().total().unknown() > 0
                        ? ""
                        : Long.toString(size.getValue().total().bytes())))
        .map(Csv::line)
        .forEach(csv::append);
    return csv.toString();
  }

  /** One line for each package, that in most hits first. */
  static String packages(List<PackageHits> top) {
    StringBuilder csv = new StringBuilder(Csv.line(List.of("language", "package", "hits")));
    for (PackageHits row : top) {
      csv.append(Csv.line(List.of(row.language().name(), row.name(), Long.toString(row.hits()))));
    }
    return csv.toString();
  }

  /** One line for each image, that with most hits first; its packages with spaces between them. */
  static String images(List<ImageUsage> top) {
    StringBuilder csv =
        new StringBuilder(
            Csv.line(List.of("language", "image", "hits", "misses", "hitRatePercent", "packages")));
    for (ImageUsage image : top) {
      csv.append(
          Csv.line(
              List.of(
                  image.reference().language().name(),
                  image.reference().toString(),
                  Long.toString(image.count().hits()),
                  Long.toString(image.count().misses()),
                  percent(image.count()),
                  String.join(" ", image.packages().orElse(List.of())))));
    }
    return csv.toString();
  }

  /** One line for each set that was missed, in the order given; nothing where not known. */
  static String missed(List<MissedSet> sets) {
    StringBuilder csv =
        new StringBuilder(
            Csv.line(
                List.of(
                    "language",
                    "image",
                    "packages",
                    "misses",
                    "waitedMs",
                    "installMs",
                    "bytes",
                    "lastMissedAt",
                    "cached")));
    for (MissedSet set : sets) {
      csv.append(
          Csv.line(
              List.of(
                  set.reference().language().name(),
                  set.reference().toString(),
                  String.join(" ", set.packages().orElse(List.of())),
                  Long.toString(set.misses()),
                  milliseconds(set.waited()),
                  milliseconds(set.installTime()),
                  set.bytes().isPresent() ? Long.toString(set.bytes().getAsLong()) : "",
                  set.lastMissed().toString(),
                  Boolean.toString(set.cached()))));
    }
    return csv.toString();
  }

  private static String milliseconds(Optional<Duration> time) {
    return time.map(known -> Long.toString(known.toMillis())).orElse("");
  }

  private static String percent(HitCount count) {
    return String.format(Locale.ROOT, "%.2f", count.ratePercent().orElse(0));
  }
}
