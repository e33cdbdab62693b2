package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FactQuery;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads single facts, newest first. */
final class FactReader {
  private FactReader() {}

  static void read(Sql sql, FactQuery query, Consumer<UsageFact> each) throws SQLException {
    StringBuilder select =
        new StringBuilder(
            "SELECT f.time, f.kind, l.name, i.tag, e.engine_id, coalesce(f.packages, i.packages),"
                + " f.duration, f.bytes, s.type, s.name, f.identity, f.reason"
                + " FROM fact f JOIN image i ON i.id = f.image"
                + " JOIN language l ON l.id = f.language JOIN source s ON s.id = f.source"
                + " LEFT JOIN engine_image e ON e.id = f.engine_image WHERE 1");
    List<@Nullable Object> values = new ArrayList<>();
    query
        .range()
        .since()
        .ifPresent(since -> with(" AND f.time >= ?", Segments.milliseconds(since), select, values));
    query
        .range()
        .until()
        .ifPresent(until -> with(" AND f.time < ?", Segments.milliseconds(until), select, values));
    ofImages(query, select, values);
    query.kind().ifPresent(kind -> with(" AND f.kind = ?", KindCode.of(kind), select, values));
    select.append(" ORDER BY f.time DESC, f.id DESC");
    if (query.limit().isPresent()) {
      with(" LIMIT ?", query.limit().getAsInt(), select, values);
    }
    sql.query(select.toString(), row -> each.accept(fact(row)), values.toArray());
  }

  private static void ofImages(
      FactQuery query, StringBuilder select, List<@Nullable Object> values) {
    if (query.language().isPresent() && query.key().isPresent()) {
      // One image by its number: the index then gives its facts in order, the newest at once.
      with(
          " AND f.image = (SELECT id FROM image WHERE language ="
              + " (SELECT id FROM language WHERE name = ?)",
          query.language().get().name(),
          select,
          values);
      with(" AND tag = ?)", query.key().get(), select, values);
      return;
    }
    query
        .language()
        .ifPresent(
            language ->
                with(
                    " AND f.language = (SELECT id FROM language WHERE name = ?)",
                    language.name(),
                    select,
                    values));
    query
        .key()
        .ifPresent(
            key ->
                with(" AND f.image IN (SELECT id FROM image WHERE tag = ?)", key, select, values));
  }

  private static void with(
      String condition, Object value, StringBuilder select, List<@Nullable Object> values) {
    select.append(condition);
    values.add(value);
  }

  private static UsageFact fact(ResultSet row) throws SQLException {
    return new UsageFact(
        Instant.ofEpochMilli(row.getLong(1)),
        KindCode.kind(row.getInt(2)),
        new CacheReference(new Language(row.getString(3)), row.getString(4)),
        Sql.optionalText(row, 5),
        Sql.optionalTexts(row, 6),
        Sql.optionalDuration(row, 7),
        Sql.optionalLong(row, 8),
        new FactSource(FactSource.Type.valueOf(row.getString(9)), row.getString(10)),
        row.getLong(11),
        Sql.optionalText(row, 12));
  }
}
