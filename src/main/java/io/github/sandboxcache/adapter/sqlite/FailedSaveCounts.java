package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.adapter.sqlite.Segments.Segment;
import io.github.sandboxcache.adapter.sqlite.Segments.Table;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.domain.usage.TimeRange;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which saves of the sandbox failed. Few did, and indexes have just these. */
final class FailedSaveCounts {
  private static final List<Table> TABLES = List.of(Table.FACTS, Table.DAYS);

  private FailedSaveCounts() {}

  static FailedSaves read(Sql sql, TimeRange range) throws SQLException {
    Map<CacheReference, Long> counts = new HashMap<>();
    for (Segment segment : Segments.of(range, Retention.keptSince(sql), TABLES)) {
      String counted =
          segment.table() == Table.DAYS
              ? "SELECT image, sum(unsaved) AS n FROM image_day"
                  + " WHERE unsaved > 0 AND day >= ? AND day < ? GROUP BY image"
              : "SELECT image, count(*) AS n FROM fact"
                  + " WHERE kind = 6 AND time >= ? AND time < ? GROUP BY image";
      sql.query(
          "SELECT l.name, i.tag, c.n FROM ("
              + counted
              + ") c JOIN image i ON i.id = c.image JOIN language l ON l.id = i.language",
          row ->
              counts.merge(
                  new CacheReference(new Language(row.getString(1)), row.getString(2)),
                  row.getLong(3),
                  Long::sum),
          segment.from(),
          segment.to());
    }
    return counts.isEmpty() ? FailedSaves.NONE : withNewest(sql, range, counts);
  }

  private static FailedSaves withNewest(Sql sql, TimeRange range, Map<CacheReference, Long> counts)
      throws SQLException {
    FailedSaves[] found = {new FailedSaves(counts, Optional.empty(), Optional.empty(), false)};
    sql.query(
        "SELECT time, reason FROM fact WHERE kind = 6 AND time >= ? AND time < ?"
            + " ORDER BY time DESC, id DESC LIMIT 1",
        row ->
            found[0] =
                new FailedSaves(
                    counts,
                    Optional.of(Instant.ofEpochMilli(row.getLong(1))),
                    Sql.optionalText(row, 2),
                    isSavedAfter(sql, row.getLong(1))),
        range.since().map(Segments::milliseconds).orElse(Long.MIN_VALUE),
        range.until().map(Segments::milliseconds).orElse(Long.MAX_VALUE));
    return found[0];
  }

  /** What this app installs says nothing of the sandbox. */
  private static boolean isSavedAfter(Sql sql, long timeMs) throws SQLException {
    return sql.number(
            "SELECT 1 FROM fact f JOIN source s ON s.id = f.source"
                + " WHERE f.kind = 2 AND f.time > ? AND s.type = ? LIMIT 1",
            timeMs,
            FactSource.Type.LOG.name())
        .isPresent();
  }
}
