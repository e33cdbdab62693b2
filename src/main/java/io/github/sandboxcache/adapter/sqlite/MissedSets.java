package io.github.sandboxcache.adapter.sqlite;

import static io.github.sandboxcache.adapter.sqlite.Retention.DAY_MS;

import io.github.sandboxcache.adapter.sqlite.Segments.Segment;
import io.github.sandboxcache.adapter.sqlite.Segments.Table;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.RecentUse;
import io.github.sandboxcache.domain.usage.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads what sandboxes missed lately: how often from sums, the rest from the facts of those images
 * alone that are not there, and of some that are.
 */
final class MissedSets {
  private static final List<Table> TABLES = List.of(Table.FACTS, Table.DAYS);

  /** By the index alone: of much used images nearly all facts are lookups. */
  private static final String MADE =
      "SELECT id FROM fact WHERE image = ?1 AND time >= ?2 AND kind IN (2, 3, 6)";

  private static final String REMOVED = "SELECT id FROM fact WHERE image = ?1 AND kind = 5";

  private MissedSets() {}

  /** An image with misses, as far as sums tell. */
  private record Missed(long misses, long lastMs) {
    Missed plus(Missed other) {
      return new Missed(misses + other.misses, Math.max(lastMs, other.lastMs));
    }
  }

  /** An image that was missed, before its facts are read. */
  private record Found(
      long id,
      CacheReference reference,
      Missed missed,
      Optional<Duration> installTime,
      Optional<List<String>> packages,
      boolean cached) {}

  static List<MissedSet> read(Sql sql, Instant now, Set<CacheReference> there) throws SQLException {
    TimeRange lately = TimeRange.since(now.minus(RecentUse.RECENT));
    long since = lately.since().map(Segments::milliseconds).orElseThrow();
    Set<Long> removed = everRemoved(sql);
    List<MissedSet> sets = new ArrayList<>();
    for (Found image : told(found(sql, misses(sql, lately), there))) {
      Past past = new Past();
      sql.query(
          "SELECT f.kind, f.duration, f.bytes, s.type FROM ("
              + (removed.contains(image.id()) ? MADE + " UNION ALL " + REMOVED : MADE)
              + ") i CROSS JOIN fact f ON f.id = i.id JOIN source s ON s.id = f.source"
              + " ORDER BY f.time, f.id",
          past::add,
          image.id(),
          since);
      OptionalLong lastMissed =
          sql.number(
              "SELECT max(time) FROM fact WHERE image = ? AND kind = 1 AND time >= ?",
              image.id(),
              since);
      sets.add(past.of(image, lastMissed));
    }
    sets.sort(MissedSet.MISSING_FIRST);
    return List.copyOf(sets);
  }

  /** By days, of which there are few: no index has the facts that tell it. */
  private static Set<Long> everRemoved(Sql sql) throws SQLException {
    Set<Long> images = new HashSet<>();
    sql.query("SELECT image FROM image_day WHERE removed > 0", row -> images.add(row.getLong(1)));
    return images;
  }

  private static Map<Long, Missed> misses(Sql sql, TimeRange range) throws SQLException {
    Map<Long, Missed> misses = new HashMap<>();
    for (Segment segment : Segments.of(range, Retention.keptSince(sql), TABLES)) {
      boolean days = segment.table() == Table.DAYS;
      sql.query(
          days
              ? "SELECT image, sum(misses), max(day) FROM image_day"
                  + " WHERE misses > 0 AND day >= ? AND day < ? GROUP BY image"
              : "SELECT image, count(*), max(time) FROM fact"
                  + " WHERE kind = 1 AND time >= ? AND time < ? GROUP BY image",
          row ->
              misses.merge(
                  row.getLong(1),
                  new Missed(row.getLong(2), row.getLong(3) * (days ? DAY_MS : 1)),
                  Missed::plus),
          segment.from(),
          segment.to());
    }
    return misses;
  }

  /** To read the facts of all images of a large cache would take long. */
  private static List<Found> told(List<Found> found) {
    return Stream.concat(
            found.stream().filter(image -> !image.cached()),
            found.stream()
                .filter(Found::cached)
                .sorted(
                    Comparator.comparingLong((Found image) -> -image.missed().misses())
                        .thenComparing(image -> image.reference().toString()))
                .limit(MissedSet.MAX_CACHED))
        .toList();
  }

  private static List<Found> found(Sql sql, Map<Long, Missed> misses, Set<CacheReference> there)
      throws SQLException {
    Languages languages = Languages.read(sql);
    List<Found> found = new ArrayList<>();
    sql.query(
        "SELECT id, language, tag, install_time, packages FROM image",
        row -> {
          Missed missed = misses.get(row.getLong(1));
          if (missed != null) {
            CacheReference reference = new CacheReference(languages.of(row, 2), row.getString(3));
            found.add(
                new Found(
                    row.getLong(1),
                    reference,
                    missed,
                    Sql.optionalDuration(row, 4)
                        .or(
                            () ->
                                Optional.ofNullable(
                                    languages.installTimes().get(reference.language()))),
                    Sql.optionalTexts(row, 5),
                    there.contains(reference)));
          }
        });
    return found;
  }

  /** What the facts of one image tell, added in the order of time. */
  private static final class Past {
    private long installs;
    private long installMs;
    private int failures;
    private OptionalLong bytes = OptionalLong.empty();

    void add(ResultSet fact) throws SQLException {
      int kind = fact.getInt(1);
      if (kind != KindCode.REMOVED) {
        failures = kind == KindCode.FAILED ? failures + 1 : 0;
        addInstall(fact);
      }
      OptionalLong told = Sql.optionalLong(fact, 3);
      bytes = told.isPresent() ? told : bytes;
    }

    /** Nobody waits for what this app installs ahead. */
    private void addInstall(ResultSet fact) throws SQLException {
      Optional<Duration> taken = Sql.optionalDuration(fact, 2);
      if (taken.isPresent() && !FactSource.Type.APP.name().equals(fact.getString(4))) {
        installs++;
        installMs += taken.get().toMillis();
      }
    }

    MissedSet of(Found image, OptionalLong lastMissedMs) {
      long misses = image.missed().misses();
      return new MissedSet(
          image.reference(),
          image.packages(),
          misses,
          installs > 0
              ? Optional.of(Duration.ofMillis(installMs * misses / installs))
              : image.installTime().map(each -> each.multipliedBy(misses)),
          image.installTime(),
          bytes,
          Instant.ofEpochMilli(lastMissedMs.orElse(image.missed().lastMs())),
          failures,
          image.cached());
    }
  }
}
