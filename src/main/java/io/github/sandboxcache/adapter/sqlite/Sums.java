package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.usage.FactKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What new facts add to the sums, gathered in memory and then written in one go. */
final class Sums {
  private final Map<Slot, long[]> hours = new HashMap<>();
  private final Map<Slot, long[]> days = new HashMap<>();
  private final Map<Slot, long[]> imageDays = new HashMap<>();
  private final Map<Long, ImageTotal> images = new HashMap<>();
  private final Set<Long> installedImages = new HashSet<>();
  private final Set<Long> installedLanguages = new HashSet<>();

  private record Slot(long time, long subject) {}

  private static final class ImageTotal {
    private long hits;
    private long misses;
    private @Nullable Long lastUsed;
  }

  void add(long timeMs, FactKind kind, long language, long image, boolean timed) {
    long hour = Math.floorDiv(timeMs, Retention.HOUR_MS);
    long day = Math.floorDiv(timeMs, Retention.DAY_MS);
    imageDays
        .computeIfAbsent(new Slot(day, image), _ -> new long[KindCode.COUNT])[KindCode.of(kind)]++;
    ImageTotal total = images.computeIfAbsent(image, _ -> new ImageTotal());
    switch (kind) {
      case HIT -> {
        lookups(hours, hour, language)[0]++;
        lookups(days, day, language)[0]++;
        total.hits++;
      }
      case MISS -> {
        lookups(hours, hour, language)[1]++;
        lookups(days, day, language)[1]++;
        total.misses++;
      }
      case INSTALLED -> {
        if (timed) {
          installedImages.add(image);
          installedLanguages.add(language);
        }
      }
      case USED, FAILED, REMOVED, UNSAVED -> {
        // Counted by day only.
      }
    }
    if (kind == FactKind.HIT || kind == FactKind.USED || kind == FactKind.INSTALLED) {
      Long before = total.lastUsed;
      total.lastUsed = before == null ? timeMs : Math.max(before, timeMs);
    }
  }

  private static long[] lookups(Map<Slot, long[]> sums, long time, long language) {
    return sums.computeIfAbsent(new Slot(time, language), _ -> new long[2]);
  }

  void write(Sql sql) throws SQLException {
    writeLookups(sql, "language_hour", "hour", hours);
    writeLookups(sql, "language_day", "day", days);
    for (Map.Entry<Slot, long[]> sum : imageDays.entrySet()) {
      long[] counts = sum.getValue();
      int _ =
          sql.update(
              "INSERT INTO image_day VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (day, image)"
                  + " DO UPDATE SET hits = hits + excluded.hits,"
                  + " misses = misses + excluded.misses,"
                  + " installed = installed + excluded.installed,"
                  + " failed = failed + excluded.failed,"
                  + " used = used + excluded.used,"
                  + " removed = removed + excluded.removed,"
                  + " unsaved = unsaved + excluded.unsaved",
              sum.getKey().time(),
              sum.getKey().subject(),
              counts[KindCode.HIT],
              counts[KindCode.MISS],
              counts[KindCode.INSTALLED],
              counts[KindCode.FAILED],
              counts[KindCode.USED],
              counts[KindCode.REMOVED],
              counts[KindCode.UNSAVED]);
    }
    for (Map.Entry<Long, ImageTotal> image : images.entrySet()) {
      ImageTotal total = image.getValue();
      int _ =
          sql.update(
              "UPDATE image SET hits = hits + ?, misses = misses + ?,"
                  // max() of a null is null.
                  + " last_used = coalesce(max(last_used, ?3), last_used, ?3) WHERE id = ?4",
              total.hits,
              total.misses,
              total.lastUsed,
              image.getKey());
    }
    for (long image : installedImages) {
      updateMedian(sql, "image", image);
    }
    for (long language : installedLanguages) {
      updateMedian(sql, "language", language);
    }
  }

  private static void writeLookups(Sql sql, String table, String unit, Map<Slot, long[]> sums)
      throws SQLException {
    for (Map.Entry<Slot, long[]> sum : sums.entrySet()) {
      int _ =
          sql.update(
              "INSERT INTO "
                  + table
                  + " VALUES (?, ?, ?, ?) ON CONFLICT ("
                  + unit
                  + ", language) DO UPDATE SET hits = hits + excluded.hits,"
                  + " misses = misses + excluded.misses",
              sum.getKey().time(),
              sum.getKey().subject(),
              sum.getValue()[0],
              sum.getValue()[1]);
    }
  }

  /**
   * Works it out anew from all facts that are kept.
   *
   * @param subject {@code image} or {@code language}: the table, and the column of the facts
   */
  private static void updateMedian(Sql sql, String subject, long id) throws SQLException {
    String installs = " FROM fact WHERE kind = 2 AND duration IS NOT NULL AND " + subject + " = ?";
    long count = sql.number("SELECT count(*)" + installs, id).orElse(0);
    List<Long> middle = new ArrayList<>();
    sql.query(
        "SELECT duration" + installs + " ORDER BY duration LIMIT ? OFFSET ?",
        row -> middle.add(row.getLong(1)),
        id,
        2 - count % 2,
        Math.max(0, count - 1) / 2);
    if (middle.isEmpty()) {
      return;
    }
    long median = (middle.getFirst() + middle.getLast()) / 2;
    int _ = sql.update("UPDATE " + subject + " SET install_time = ? WHERE id = ?", median, id);
  }
}
