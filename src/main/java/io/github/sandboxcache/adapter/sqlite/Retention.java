package io.github.sandboxcache.adapter.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** Since when single facts are kept; everything before is known by daily sums only. */
final class Retention {
  static final long HOUR_MS = Duration.ofHours(1).toMillis();
  static final long DAY_MS = Duration.ofDays(1).toMillis();

  private static final String KEPT_SINCE = "kept_since";
  private static final int ROWS_AT_ONCE = 20_000;
  private static final int OPERATIONS_AT_ONCE = 10;

  private Retention() {}

  /** The first instant, ms, from which on facts are kept; the beginning of a day. */
  static long keptSince(Sql sql) throws SQLException {
    return sql.number("SELECT value FROM meta WHERE name = ?", KEPT_SINCE).orElse(Long.MIN_VALUE);
  }

  /**
   * Forgets facts, and operations that have ended, in small transactions, so that nobody waits long
   * for their turn. The day of the newest fact is always kept: a clock that is years ahead must not
   * keep new facts out for years.
   */
  static void forgetBefore(LedgerDatabase database, Instant time) {
    OptionalLong moved = database.write(sql -> move(sql, day(time.toEpochMilli())));
    if (moved.isEmpty()) {
      return;
    }
    long boundary = moved.getAsLong();
    int deleted;
    do {
      deleted =
          database.write(
              sql ->
                  sql.update(
                      "DELETE FROM fact WHERE id IN"
                          + " (SELECT id FROM fact WHERE time < ? LIMIT ?)",
                      boundary,
                      ROWS_AT_ONCE));
    } while (deleted == ROWS_AT_ONCE);
    boolean more;
    do {
      more = database.write(sql -> OperationTable.forgetBefore(sql, boundary, OPERATIONS_AT_ONCE));
    } while (more);
    int _ =
        database.write(
            sql -> sql.update("DELETE FROM language_hour WHERE hour < ?", boundary / HOUR_MS));
  }

  /** Moves the boundary towards that day; empty when it stays where it is. */
  private static OptionalLong move(Sql sql, long wanted) throws SQLException {
    OptionalLong newest = sql.number("SELECT time FROM fact ORDER BY time DESC LIMIT 1");
    if (newest.isEmpty()) {
      return OptionalLong.empty();
    }
    long boundary = Math.min(wanted, day(newest.getAsLong()));
    if (keptSince(sql) >= boundary) {
      return OptionalLong.empty();
    }
    int _ =
        sql.update(
            "INSERT INTO meta VALUES (?, ?)"
                + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            KEPT_SINCE,
            boundary);
    return OptionalLong.of(boundary);
  }

  private static long day(long ms) {
    return Math.floorDiv(ms, DAY_MS) * DAY_MS;
  }
}
