package io.github.sandboxcache.adapter.sqlite;

import static io.github.sandboxcache.adapter.sqlite.Retention.DAY_MS;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.RecentUse;
import io.github.sandboxcache.domain.usage.RecentUse.Weighted;
import io.github.sandboxcache.domain.usage.RecentUses;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what images have been good for lately from the sums by day, so that few rows are read. */
final class RecentHits {
  /** Lookups from before then are worth less than a thousandth. */
  private static final long MAX_DAYS = 140;

  private RecentHits() {}

  private record Lookups(long recentHits, Weighted weighted) {
    static final Lookups NONE = new Lookups(0, Weighted.NONE);

    static Lookups of(long hits, long misses, Duration age) {
      boolean lately = age.compareTo(RecentUse.RECENT) < 0;
      return new Lookups(lately ? hits : 0, Weighted.of(hits + misses, age));
    }

    Lookups plus(Lookups other) {
      return new Lookups(recentHits + other.recentHits, weighted.plus(other.weighted));
    }
  }

  static RecentUses read(Sql sql, Instant now) throws SQLException {
    Languages languages = Languages.read(sql);
    Map<Language, Duration> installTimes = languages.installTimes();
    Map<Long, Lookups> lookups = lookups(sql, now);
    Map<CacheReference, RecentUse> images = new HashMap<>();
    sql.query(
        "SELECT id, language, tag, last_used, install_time FROM image",
        row -> {
          Language language = languages.of(row, 2);
          Lookups own = lookups.getOrDefault(row.getLong(1), Lookups.NONE);
          images.put(
              new CacheReference(language, row.getString(3)),
              new RecentUse(
                  own.recentHits(),
                  own.weighted(),
                  time(Sql.optionalLong(row, 4)),
                  Sql.optionalDuration(row, 5)
                      .or(() -> Optional.ofNullable(installTimes.get(language)))));
        });
    boolean anyLookups = !lookups.isEmpty() || lookedUpEver(sql);
    return new RecentUses(now, since(sql), images, installTimes, anyLookups);
  }

  static Optional<Instant> lastUsed(Sql sql, CacheReference reference) throws SQLException {
    return time(
        sql.number(
            "SELECT last_used FROM image JOIN language ON language.id = image.language"
                + " WHERE language.name = ? AND tag = ?",
            reference.language().name(),
            reference.tag()));
  }

  private static Optional<Instant> time(OptionalLong ms) {
    return ms.isPresent() ? Optional.of(Instant.ofEpochMilli(ms.getAsLong())) : Optional.empty();
  }

  private static Map<Long, Lookups> lookups(Sql sql, Instant now) throws SQLException {
    long today = Math.floorDiv(now.toEpochMilli(), DAY_MS);
    Map<Long, Lookups> lookups = new HashMap<>();
    sql.query(
        "SELECT image, day, hits, misses FROM image_day"
            + " WHERE day > ? AND day <= ? AND hits + misses > 0",
        row ->
            lookups.merge(
                row.getLong(1),
                Lookups.of(row.getLong(3), row.getLong(4), Duration.ofDays(today - row.getLong(2))),
                Lookups::plus),
        today - MAX_DAYS,
        today);
    return lookups;
  }

  private static boolean lookedUpEver(Sql sql) throws SQLException {
    return sql.number("SELECT 1 FROM image_day WHERE hits + misses > 0 LIMIT 1").isPresent();
  }

  private static Optional<Instant> since(Sql sql) throws SQLException {
    OptionalLong day = sql.number("SELECT min(day) FROM image_day");
    return day.isPresent()
        ? Optional.of(Instant.ofEpochMilli(day.getAsLong() * DAY_MS))
        : Optional.empty();
  }
}
