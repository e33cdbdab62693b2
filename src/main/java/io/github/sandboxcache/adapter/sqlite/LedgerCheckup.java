package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.LedgerInspection;
import io.github.sandboxcache.domain.usage.LedgerLook;
import io.github.sandboxcache.domain.usage.LedgerLook.Health;
import io.github.sandboxcache.domain.usage.LedgerLook.LogTold;
import io.github.sandboxcache.domain.usage.LedgerLook.Told;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the database's file, and makes neither it nor anything beside it. */
public final class LedgerCheckup implements LedgerInspection {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerCheckup.class);
  private static final String INTACT = "ok";

  private final LedgerFile file;

  /** Of that file, which need not exist. */
  public LedgerCheckup(Path path, Clock clock) {
    this.file = new LedgerFile(path, clock);
  }

  @Override
  public LedgerLook look(TimeRange saves, Instant now) {
    try {
      if (!file.isThere()) {
        return look(new Health.Absent(), Optional.empty());
      }
      if (isUnmerged()) {
        return look(new Health.Unmerged(), Optional.empty());
      }
      try (LedgerReader reader = LedgerReader.readOnly(file.path())) {
        Told told = reader.read(sql -> whole(sql, saves, now));
        return look(new Health.Whole(), Optional.of(told));
      }
    } catch (Schema.OlderSchemaException _) {
      return look(new Health.Older(), Optional.empty());
    } catch (SQLException | IOException e) {
      UsageLedgerException why = LedgerFailure.of(file, e);
      return look(new Health.Unusable(why), Optional.empty());
    }
  }

  private LedgerLook look(Health health, Optional<Told> told) {
    long bytes = bytes(file.path()) + bytes(beside("-wal"));
    return new LedgerLook(file.path(), health, bytes, setAside(), told);
  }

  private Path beside(String suffix) {
    return file.path().resolveSibling(file.path().getFileName() + suffix);
  }

  private static long bytes(Path path) {
    return path.toFile().length();
  }

  /** To read it then, SQLite would make a file. */
  private boolean isUnmerged() {
    return bytes(beside("-wal")) > 0 && !Files.exists(beside("-shm"));
  }

  private List<Path> setAside() {
    Path directory = file.path().resolveSibling("");
    List<Path> found = new ArrayList<>();
    if (!Files.isDirectory(directory)) {
      return found;
    }
    String glob = file.path().getFileName() + ".damaged-*[!mlk]";
    try (DirectoryStream<Path> there = Files.newDirectoryStream(directory, glob)) {
      there.forEach(found::add);
    } catch (IOException e) {
      LOG.info("{} cannot be listed", directory, e);
    }
    found.sort(null);
    return found;
  }

  private static Told whole(Sql sql, TimeRange saves, Instant now) throws SQLException {
    String[] found = {INTACT};
    sql.query("PRAGMA quick_check(1)", row -> found[0] = row.getString(1));
    if (!found[0].equals(INTACT)) {
      throw new DamagedException(found[0]);
    }
    Optional<Instant> lastLookup = Optional.empty();
    var newest =
        sql.number("SELECT time FROM fact WHERE kind IN (0, 1) ORDER BY time DESC LIMIT 1");
    if (newest.isPresent()) {
      lastLookup = Optional.of(Instant.ofEpochMilli(newest.getAsLong()));
    }
    return new Told(FailedSaveCounts.read(sql, saves, now), lastLookup, logs(sql));
  }

  private static Map<String, LogTold> logs(Sql sql) throws SQLException {
    Map<String, Instant> newest = new HashMap<>();
    sql.query(
        "SELECT s.name, max(f.time) FROM fact f JOIN source s ON s.id = f.source WHERE s.type = ?"
            + " GROUP BY s.id",
        row -> newest.put(row.getString(1), Instant.ofEpochMilli(row.getLong(2))),
        FactSource.Type.LOG.name());
    Map<String, LogTold> logs = new HashMap<>();
    sql.query(
        "SELECT path, sum(facts) + sum(duplicates) FROM log_checkpoint GROUP BY path",
        row ->
            logs.put(
                row.getString(1),
                new LogTold(row.getLong(2), Optional.ofNullable(newest.get(row.getString(1))))));
    return logs;
  }

  /** Something in the middle of the file is not as it was written. */
  static final class DamagedException extends SQLException {
    private static final long serialVersionUID = 1L;

    DamagedException(String words) {
      super(words);
    }
  }
}
