package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.adapter.sqlite.Segments.Segment;
import io.github.sandboxcache.adapter.sqlite.Segments.Table;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.HitCount;
import io.github.sandboxcache.domain.usage.LookupCount;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageRange.Resolution;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Reads lookups over time. */
final class LookupCounts {
  private final Resolution resolution;
  private final Map<Slot, HitCount> counts = new TreeMap<>();

  private LookupCounts(Resolution resolution) {
    this.resolution = resolution;
  }

  private record Slot(long start, Language language) implements Comparable<Slot> {
    @Override
    public int compareTo(Slot other) {
      int byStart = Long.compare(start, other.start);
      return byStart != 0 ? byStart : language.compareTo(other.language);
    }
  }

  /** Of all images, by language. */
  static List<LookupCount> ofAll(Sql sql, TimeRange range, Resolution resolution)
      throws SQLException {
    LookupCounts lookups = new LookupCounts(resolution);
    List<Table> tables =
        resolution == Resolution.HOUR
            ? List.of(Table.FACTS, Table.HOURS)
            : List.of(Table.FACTS, Table.HOURS, Table.DAYS);
    for (Segment segment : Segments.of(range, Retention.keptSince(sql), tables)) {
      lookups.add(sql, segment);
    }
    return lookups.list();
  }

  private void add(Sql sql, Segment segment) throws SQLException {
    String select =
        switch (segment.table()) {
          case FACTS ->
              "SELECT f.time, l.name, f.kind = 0, f.kind = 1 FROM fact f"
                  + " JOIN language l ON l.id = f.language"
                  + " WHERE f.time >= ? AND f.time < ? AND f.kind <= 1";
          case HOURS ->
              "SELECT s.hour, l.name, s.hits, s.misses FROM language_hour s"
                  + " JOIN language l ON l.id = s.language WHERE s.hour >= ? AND s.hour < ?";
          case DAYS ->
              "SELECT s.day, l.name, s.hits, s.misses FROM language_day s"
                  + " JOIN language l ON l.id = s.language WHERE s.day >= ? AND s.day < ?";
        };
    sql.query(
        select,
        row ->
            add(
                row.getLong(1) * segment.table().unitMs,
                new Language(row.getString(2)),
                new HitCount(row.getLong(3), row.getLong(4))),
        segment.from(),
        segment.to());
  }

  /** Of one image. */
  static List<LookupCount> of(
      Sql sql, CacheReference reference, TimeRange range, Resolution resolution)
      throws SQLException {
    OptionalLong image =
        sql.number(
            "SELECT i.id FROM image i JOIN language l ON l.id = i.language"
                + " WHERE l.name = ? AND i.tag = ?",
            reference.language().name(),
            reference.tag());
    if (image.isEmpty()) {
      return List.of();
    }
    LookupCounts lookups = new LookupCounts(resolution);
    List<Table> tables =
        resolution == Resolution.HOUR ? List.of(Table.FACTS) : List.of(Table.FACTS, Table.DAYS);
    for (Segment segment : Segments.of(range, Retention.keptSince(sql), tables)) {
      String select =
          segment.table() == Table.DAYS
              ? "SELECT day, hits, misses FROM image_day"
                  + " WHERE image = ? AND day >= ? AND day < ?"
              : "SELECT time, kind = 0, kind = 1 FROM fact"
                  + " WHERE image = ? AND time >= ? AND time < ? AND kind <= 1";
      sql.query(
          select,
          row ->
              lookups.add(
                  row.getLong(1) * segment.table().unitMs,
                  reference.language(),
                  new HitCount(row.getLong(2), row.getLong(3))),
          image.getAsLong(),
          segment.from(),
          segment.to());
    }
    return lookups.list();
  }

  private void add(long timeMs, Language language, HitCount count) {
    if (count.lookups() > 0) {
      long unit = resolution == Resolution.HOUR ? Retention.HOUR_MS : Retention.DAY_MS;
      long start = Math.floorDiv(timeMs, unit) * unit;
      counts.merge(new Slot(start, language), count, HitCount::plus);
    }
  }

  private List<LookupCount> list() {
    List<LookupCount> list = new ArrayList<>();
    counts.forEach(
        (slot, count) ->
            list.add(new LookupCount(Instant.ofEpochMilli(slot.start()), slot.language(), count)));
    return list;
  }
}
