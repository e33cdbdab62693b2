package io.github.sandboxcache.ledger;

import io.github.sandboxcache.usage.LogCheckpoint;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How far logs have been read. */
final class CheckpointTable {
  private CheckpointTable() {}

  static List<LogCheckpoint> all(Sql sql) throws SQLException {
    List<LogCheckpoint> checkpoints = new ArrayList<>();
    sql.query(
        "SELECT path, file, read_up_to, memory, lines_read, facts, duplicates, skipped, last_read"
            + " FROM log_checkpoint ORDER BY path, file",
        row -> {
          OptionalLong lastRead = Sql.optionalLong(row, 9);
          checkpoints.add(
              new LogCheckpoint(
                  row.getString(1),
                  row.getString(2),
                  row.getLong(3),
                  row.getString(4),
                  row.getLong(5),
                  row.getLong(6),
                  row.getLong(7),
                  row.getLong(8),
                  lastRead.isPresent()
                      ? Optional.of(Instant.ofEpochMilli(lastRead.getAsLong()))
                      : Optional.empty()));
        });
    return checkpoints;
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
