package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.TextList;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Writes facts and keeps the sums, within one transaction. */
final class FactWriter {
  private final Sql sql;
  private final long keptSince;
  private final Sums sums = new Sums();
  private final Map<CacheReference, ImageRow> images = new HashMap<>();
  private final Map<FactSource, Long> sources = new HashMap<>();
  private final Map<String, Long> engineImages = new HashMap<>();

  private FactWriter(Sql sql) throws SQLException {
    this.sql = sql;
    this.keptSince = Retention.keptSince(sql);
  }

  private record ImageRow(long id, long language, Optional<String> packages) {}

  /** Writes what is new among the facts; says how many were. */
  static int write(Sql sql, List<UsageFact> facts) throws SQLException {
    FactWriter writer = new FactWriter(sql);
    int written = 0;
    for (UsageFact fact : facts) {
      if (writer.write(fact)) {
        written++;
      }
    }
    writer.sums.write(sql);
    return written;
  }

  private boolean write(UsageFact fact) throws SQLException {
    long time = fact.time().toEpochMilli();
    // Whether an older one was counted before can no longer be told.
    if (time < keptSince || isKnown(fact)) {
      return false;
    }
    ImageRow image = image(fact);
    Optional<String> packages = fact.packages().map(TextList::write);
    @Nullable Object engineImage =
        fact.imageId().isPresent() ? engineImage(fact.imageId().get()) : null;
    int inserted =
        sql.update(
            "INSERT INTO fact (time, kind, language, image, source, identity, engine_image,"
                + " duration, bytes, packages, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            time,
            KindCode.of(fact.kind()),
            image.language(),
            image.id(),
            source(fact.source()),
            fact.identity(),
            engineImage,
            fact.duration().map(Duration::toMillis).orElse(null),
            fact.bytes().isPresent() ? fact.bytes().getAsLong() : null,
            packages.equals(image.packages()) ? null : packages.orElse(null),
            fact.reason().orElse(null));
    sums.add(time, fact.kind(), image.language(), image.id(), fact.duration().isPresent());
    return inserted == 1;
  }

  private boolean isKnown(UsageFact fact) throws SQLException {
    return sql.number("SELECT 1 FROM fact WHERE identity = ?", fact.identity()).isPresent();
  }

  private ImageRow image(UsageFact fact) throws SQLException {
    ImageRow known = images.get(fact.reference());
    if (known == null) {
      known = findOrAddImage(fact.reference());
    }
    if (known.packages().isEmpty() && fact.packages().filter(p -> areOf(fact, p)).isPresent()) {
      String packages = TextList.write(fact.packages().get());
      int _ = sql.update("UPDATE image SET packages = ? WHERE id = ?", packages, known.id());
      known = new ImageRow(known.id(), known.language(), Optional.of(packages));
    }
    images.put(fact.reference(), known);
    return known;
  }

  /** Only packages that give the image's very key say what is in it. */
  private static boolean areOf(UsageFact fact, List<String> packages) {
    CacheReference reference = fact.reference();
    return CacheKey.of(reference.language(), packages).tag().equals(reference.tag());
  }

  private ImageRow findOrAddImage(CacheReference reference) throws SQLException {
    String language = reference.language().name();
    int _ = sql.update("INSERT INTO language (name) VALUES (?) ON CONFLICT DO NOTHING", language);
    long languageId = sql.number("SELECT id FROM language WHERE name = ?", language).orElseThrow();
    int _ =
        sql.update(
            "INSERT INTO image (language, tag) VALUES (?, ?) ON CONFLICT DO NOTHING",
            languageId,
            reference.tag());
    ImageRow[] found = new ImageRow[1];
    sql.query(
        "SELECT id, packages FROM image WHERE language = ? AND tag = ?",
        row -> found[0] = new ImageRow(row.getLong(1), languageId, Sql.optionalText(row, 2)),
        languageId,
        reference.tag());
    return found[0];
  }

  private long source(FactSource source) throws SQLException {
    Long known = sources.get(source);
    if (known == null) {
      known =
          idOf(
              "INSERT INTO source (type, name) VALUES (?, ?) ON CONFLICT DO NOTHING",
              "SELECT id FROM source WHERE type = ? AND name = ?",
              source.type().name(),
              source.name());
      sources.put(source, known);
    }
    return known;
  }

  private long engineImage(String engineId) throws SQLException {
    Long known = engineImages.get(engineId);
    if (known == null) {
      known =
          idOf(
              "INSERT INTO engine_image (engine_id) VALUES (?) ON CONFLICT DO NOTHING",
              "SELECT id FROM engine_image WHERE engine_id = ?",
              engineId);
      engineImages.put(engineId, known);
    }
    return known;
  }

  private long idOf(String insert, String select, @Nullable Object... values) throws SQLException {
    OptionalLong found = sql.number(select, values);
    if (found.isPresent()) {
      return found.getAsLong();
    }
    int _ = sql.update(insert, values);
    return sql.number(select, values).orElseThrow();
  }
}
