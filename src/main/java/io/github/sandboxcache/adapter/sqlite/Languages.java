package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.cache.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The languages of the ledger.
 *
 * @param byId each by the number that it has in the database
 * @param installTimes the median install time of each where known
 */
record Languages(Map<Long, Language> byId, Map<Language, Duration> installTimes) {
  static Languages read(Sql sql) throws SQLException {
    Languages read = new Languages(new HashMap<>(), new HashMap<>());
    sql.query(
        "SELECT id, name, install_time FROM language",
        row -> {
          Language language = new Language(row.getString(2));
          read.byId.put(row.getLong(1), language);
          Sql.optionalDuration(row, 3).ifPresent(time -> read.installTimes.put(language, time));
        });
    return read;
  }

  /** The one whose number is in that column of an image. */
  Language of(ResultSet image, int column) throws SQLException {
    Language language = byId.get(image.getLong(column));
    if (language == null) {
      throw new SQLException("an image has no language");
    }
    return language;
  }
}
