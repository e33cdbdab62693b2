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

/**
 * Reads which saves of the sandbox failed, which few did, so that indexes have just these; and
 * which misses nothing follows, which stand at the very end of an image's facts in an index.
 */
final class FailedSaveCounts {
  private static final List<Table> TABLES = List.of(Table.FACTS, Table.DAYS);

  private FailedSaveCounts() {}

  static FailedSaves read(Sql sql, TimeRange range, Instant now) throws SQLException {
    Map<CacheReference, Long> counts = new HashMap<>();
    for (Segment segment : Segments.of(range, Retention.keptSince(sql), TABLES)) {
      String counted =
          segment.table() == Table.DAYS
              ? "SELECT image, sum(unsaved) AS n FROM image_day"
                  + " WHERE unsaved > 0 AND day >= ? AND day < ? GROUP BY image"
              : "SELECT image, count(*) AS n FROM fact"
                  + " WHERE kind = 6 AND time >= ? AND time < ? GROUP BY image";
      sql.query(
          named("l.name, i.tag, c.n", counted),
          row ->
              counts.merge(
                  new CacheReference(new Language(row.getString(1)), row.getString(2)),
                  row.getLong(3),
                  Long::sum),
          segment.from(),
          segment.to());
    }
    long since = range.since().map(Segments::milliseconds).orElse(Long.MIN_VALUE);
    long until = range.until().map(Segments::milliseconds).orElse(Long.MAX_VALUE);
    Unexplained unexplained = unexplained(sql, since, until, now);
    Newest newest = newest(sql, since, until);
    long last = Math.max(newest.timeMs(), unexplained.lastMs());
    FailedSaves found =
        new FailedSaves(
            counts,
            unexplained.counts(),
            last == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(last)),
            newest.reason(),
            last != Long.MIN_VALUE && isSavedAfter(sql, last));
    return found.isEmpty() ? FailedSaves.NONE : found;
  }

  private static String named(String columns, String counted) {
    return "SELECT "
        + columns
        + " FROM ("
        + counted
        + ") c JOIN image i ON i.id = c.image JOIN language l ON l.id = i.language";
  }

  /** Misses that nothing follows, and when the newest was; the smallest number without any. */
  private record Unexplained(Map<CacheReference, Long> counts, long lastMs) {}

  /**
   * A fact of another kind at the same moment or later explains a miss of its image. So all that is
   * read are each image's misses since its newest fact of another kind, however many facts there
   * are.
   */
  private static Unexplained unexplained(Sql sql, long since, long until, Instant now)
      throws SQLException {
    long settled = Math.min(until, Segments.milliseconds(now.minus(FailedSaves.PATIENCE)));
    String explained =
        "SELECT id AS image, coalesce((SELECT o.time FROM fact o WHERE o.image = image.id"
            + " AND o.kind <> 1 ORDER BY o.time DESC LIMIT 1), ?1) AS until"
            + " FROM image WHERE misses > 0";
    String counted =
        "WITH explained AS MATERIALIZED ("
            + explained
            + ") SELECT e.image, count(*) AS n, max(f.time) AS last FROM explained e CROSS JOIN"
            + " fact f ON f.image = e.image AND f.time > max(e.until, ?1) AND f.time < ?2"
            + " WHERE f.kind = 1 GROUP BY e.image";
    Map<CacheReference, Long> counts = new HashMap<>();
    long[] last = {Long.MIN_VALUE};
    sql.query(
        named("l.name, i.tag, c.n, c.last", counted),
        row -> {
          counts.put(
              new CacheReference(new Language(row.getString(1)), row.getString(2)), row.getLong(3));
          last[0] = Math.max(last[0], row.getLong(4));
        },
        Math.max(since, Long.MIN_VALUE + 1) - 1,
        settled);
    return new Unexplained(counts, last[0]);
  }

  /** The newest save that failed; the smallest number without any. */
  private record Newest(long timeMs, Optional<String> reason) {}

  private static Newest newest(Sql sql, long since, long until) throws SQLException {
    Newest[] found = {new Newest(Long.MIN_VALUE, Optional.empty())};
    sql.query(
        "SELECT time, reason FROM fact WHERE kind = 6 AND time >= ? AND time < ?"
            + " ORDER BY time DESC, id DESC LIMIT 1",
        row -> found[0] = new Newest(row.getLong(1), Sql.optionalText(row, 2)),
        since,
        until);
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
