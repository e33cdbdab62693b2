package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.usage.LogCheckpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far logs have been read. */
final class CheckpointTable {
  private static final String SELECT =
      "SELECT path, file, read_up_to, memory, lines_read, facts, duplicates, skipped, last_read"
          + " FROM log_checkpoint";

  private CheckpointTable() {}

  static List<LogCheckpoint> all(Sql sql) throws SQLException {
    List<LogCheckpoint> checkpoints = new ArrayList<>();
    sql.query(SELECT + " ORDER BY path, file", row -> checkpoints.add(read(row)));
    return checkpoints;
  }

  static Optional<LogCheckpoint> find(Sql sql, String path, String file) throws SQLException {
    List<LogCheckpoint> found = new ArrayList<>();
    sql.query(SELECT + " WHERE path = ? AND file = ?", row -> found.add(read(row)), path, file);
    return found.stream().findFirst();
  }

  private static LogCheckpoint read(ResultSet row) throws SQLException {
    return new LogCheckpoint(
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getString(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        Sql.optionalTime(row, 9));
  }

  static void save(Sql sql, LogCheckpoint checkpoint) throws SQLException {
    int _ =
        sql.update(
            "INSERT OR REPLACE INTO log_checkpoint VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            checkpoint.path(),
            checkpoint.file(),
            checkpoint.offset(),
            checkpoint.memory(),
            checkpoint.linesRead(),
            checkpoint.facts(),
            checkpoint.duplicates(),
            checkpoint.skipped(),
            checkpoint.lastRead().map(Instant::toEpochMilli).orElse(null));
  }
}
