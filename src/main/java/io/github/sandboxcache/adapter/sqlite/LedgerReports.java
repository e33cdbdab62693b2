package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.adapter.sqlite.Segments.Segment;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.ImageUsage;
import io.github.sandboxcache.domain.usage.PackageNaming;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Reads what is known of every image in a range. Thread-safe. */
final class LedgerReports {
  private static final List<Segments.Table> TABLES =
      List.of(Segments.Table.FACTS, Segments.Table.DAYS);

  private final PackageNaming naming;

  /** An image's packages never change once known, so they are read once. */
  private final Map<Long, List<String>> packages = new ConcurrentHashMap<>();

  LedgerReports(PackageNaming naming) {
    this.naming = naming;
  }

  UsageReport report(Sql sql, TimeRange range) throws SQLException {
    boolean all = range.isAll();
    Map<Long, long[]> counts = all ? Map.of() : counts(sql, range);
    Languages languages = Languages.read(sql);
    List<ImageUsage> images = new ArrayList<>();
    sql.query(
        "SELECT id, language, tag, hits, misses, last_used, install_time, packages FROM image",
        row -> {
          long[] count =
              all
                  ? new long[] {row.getLong(4), row.getLong(5)}
                  : counts.getOrDefault(row.getLong(1), new long[2]);
          OptionalLong lastUsed = Sql.optionalLong(row, 6);
          images.add(
              new ImageUsage(
                  new CacheReference(languages.of(row, 2), row.getString(3)),
                  new HitCount(count[0], count[1]),
                  lastUsed.isPresent()
                      ? Optional.of(Instant.ofEpochMilli(lastUsed.getAsLong()))
                      : Optional.empty(),
                  Sql.optionalDuration(row, 7),
                  packages(row, 8)));
        });
    return UsageReport.of(range, images, languages.installTimes(), naming);
  }

  /** The packages of every image that are known. */
  Map<CacheReference, List<String>> packages(Sql sql) throws SQLException {
    Map<CacheReference, List<String>> found = new HashMap<>();
    sql.query(
        "SELECT image.id, packages, name, tag FROM image"
            + " JOIN language ON language.id = image.language WHERE packages IS NOT NULL",
        row -> {
          CacheReference reference =
              new CacheReference(new Language(row.getString(3)), row.getString(4));
          packages(row, 2).ifPresent(names -> found.put(reference, names));
        });
    return found;
  }

  private Optional<List<String>> packages(ResultSet row, int column) throws SQLException {
    long id = row.getLong(1);
    List<String> known = packages.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<List<String>> read = Sql.optionalTexts(row, column);
    read.ifPresent(names -> packages.put(id, names));
    return read;
  }

  private static Map<Long, long[]> counts(Sql sql, TimeRange range) throws SQLException {
    Map<Long, long[]> counts = new HashMap<>();
    for (Segment segment : Segments.of(range, Retention.keptSince(sql), TABLES)) {
      String select =
          segment.table() == Segments.Table.DAYS
              ? "SELECT image, sum(hits), sum(misses) FROM image_day"
                  + " WHERE day >= ? AND day < ? GROUP BY image"
              : "SELECT image, sum(kind = 0), sum(kind = 1) FROM fact"
                  + " WHERE time >= ? AND time < ? AND kind <= 1 GROUP BY image";
      sql.query(
          select,
          row -> {
            long[] count = counts.computeIfAbsent(row.getLong(1), _ -> new long[2]);
            count[0] += row.getLong(2);
            count[1] += row.getLong(3);
          },
          segment.from(),
          segment.to());
    }
    return counts;
  }
}
