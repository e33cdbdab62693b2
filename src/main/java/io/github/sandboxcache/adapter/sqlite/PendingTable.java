package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.TextList;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Facts that were announced and not settled. */
final class PendingTable {
  private PendingTable() {}

  static void add(Sql sql, UsageFact fact) throws SQLException {
    int _ =
        sql.update(
            "INSERT OR REPLACE INTO pending_fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            fact.identity(),
            fact.time().toEpochMilli(),
            KindCode.of(fact.kind()),
            fact.reference().language().name(),
            fact.reference().tag(),
            fact.imageId().orElse(null),
            fact.packages().map(TextList::write).orElse(null),
            fact.bytes().isPresent() ? fact.bytes().getAsLong() : null,
            fact.source().type().name(),
            fact.source().name());
  }

  static void remove(Sql sql, UsageFact fact) throws SQLException {
    int _ = sql.update("DELETE FROM pending_fact WHERE identity = ?", fact.identity());
  }

  static List<UsageFact> all(Sql sql) throws SQLException {
    List<UsageFact> facts = new ArrayList<>();
    sql.query(
        "SELECT identity, time, kind, language, tag, engine_image, packages, bytes, source_type,"
            + " source_name FROM pending_fact",
        row -> facts.add(read(row)));
    return facts;
  }

  private static UsageFact read(ResultSet row) throws SQLException {
    return new UsageFact(
        Instant.ofEpochMilli(row.getLong(2)),
        KindCode.kind(row.getInt(3)),
        new CacheReference(new Language(row.getString(4)), row.getString(5)),
        Sql.optionalText(row, 6),
        Sql.optionalTexts(row, 7),
        Optional.empty(),
        Sql.optionalLong(row, 8),
        new FactSource(FactSource.Type.valueOf(row.getString(9)), row.getString(10)),
        row.getLong(1));
  }
}
