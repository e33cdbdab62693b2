package io.github.sandboxcache.adapter.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Keeps the median time of installs, with an image and with a language. */
final class Medians {
  private Medians() {}

  /**
   * Works it out anew from all facts that are kept.
   *
   * @param subject {@code image} or {@code language}: the table, and the column of the facts
   */
  static void update(Sql sql, String subject, long id) throws SQLException {
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
