package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.history.OperationPlan;
import io.github.sandboxcache.domain.history.PlannedImage;
import io.github.sandboxcache.domain.history.RemovedImage;
import io.github.sandboxcache.domain.usage.FactQuery;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.domain.usage.LogCheckpoint;
import io.github.sandboxcache.domain.usage.LogCheckpoints;
import io.github.sandboxcache.domain.usage.LookupCount;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.PackageNaming;
import io.github.sandboxcache.domain.usage.RecentUses;
import io.github.sandboxcache.domain.usage.TimeRange;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.domain.usage.UsageRange.Resolution;
import io.github.sandboxcache.domain.usage.UsageReport;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The ledger in an SQLite database. Sums by hour and day are updated in the same transaction as the
 * facts, so that no query has to count a million of them. A file that is damaged or not ours is
 * renamed, and a new one begins. If the database cannot be written to, it is still read.
 */
public final class SqliteLedger implements UsageLedger, OperationJournal, LogCheckpoints {
  private final LedgerDatabase database;
  private final LedgerReports reports;

  private SqliteLedger(LedgerDatabase database, PackageNaming naming) {
    this.database = database;
    this.reports = new LedgerReports(naming);
  }

  /** Returns the ledger in that file, which is opened, or created, when it is first used. */
  public static SqliteLedger at(Path file, PackageNaming naming, Clock clock) {
    return new SqliteLedger(LedgerDatabase.at(file, clock), naming);
  }

  /** Returns a ledger that is never written to disk. */
  public static SqliteLedger inMemory(PackageNaming naming) {
    return new SqliteLedger(LedgerDatabase.inMemory(), naming);
  }

  /** Returns where a damaged or foreign file in this place was moved; known once used. */
  public Optional<Path> setAside() {
    return database.setAside();
  }

  @Override
  public int record(List<UsageFact> facts) {
    return facts.isEmpty() ? 0 : database.write(sql -> FactWriter.write(sql, facts));
  }

  @Override
  public Optional<Instant> lastLook(String engine) {
    OptionalLong time =
        database.read(sql -> sql.number("SELECT time FROM look WHERE engine = ?", engine));
    return time.isPresent()
        ? Optional.of(Instant.ofEpochMilli(time.getAsLong()))
        : Optional.empty();
  }

  @Override
  public void looked(String engine, Instant time) {
    int _ =
        database.write(
            sql ->
                sql.update(
                    "INSERT OR REPLACE INTO look VALUES (?, ?)", engine, time.toEpochMilli()));
  }

  @Override
  public UsageReport report(TimeRange range) {
    return database.read(sql -> reports.report(sql, range));
  }

  @Override
  public Optional<Instant> lastUsed(CacheReference reference) {
    return database.read(sql -> RecentHits.lastUsed(sql, reference));
  }

  @Override
  public RecentUses recentUses(Instant now) {
    return database.read(sql -> RecentHits.read(sql, now));
  }

  @Override
  public List<MissedSet> missed(Instant now, Set<CacheReference> there) {
    return database.read(sql -> MissedSets.read(sql, now, there));
  }

  @Override
  public List<LookupCount> lookups(TimeRange range, Resolution resolution) {
    return database.read(sql -> LookupCounts.ofAll(sql, range, resolution));
  }

  @Override
  public List<LookupCount> lookups(
      CacheReference reference, TimeRange range, Resolution resolution) {
    return database.read(sql -> LookupCounts.of(sql, reference, range, resolution));
  }

  @Override
  public Map<CacheReference, List<String>> packages() {
    return database.read(reports::packages);
  }

  @Override
  public FailedSaves failedSaves(TimeRange range, Instant now) {
    return database.read(sql -> FailedSaveCounts.read(sql, range, now));
  }

  @Override
  public void facts(FactQuery query, Consumer<UsageFact> each) {
    boolean _ =
        database.read(
            sql -> {
              FactReader.read(sql, query, each);
              return true;
            });
  }

  @Override
  public void forgetFactsBefore(Instant time) {
    Retention.forgetBefore(database, time);
  }

  @Override
  public long changeCount() {
    long others = database.read(sql -> sql.number("PRAGMA data_version").orElse(0));
    return others + database.ownWrites();
  }

  @Override
  public Runnable onWrite(Runnable listener) {
    return database.onWrite(listener);
  }

  @Override
  public Optional<UsageLedgerException> whyNotWritable() {
    return database.whyNotWritable();
  }

  @Override
  public List<LogCheckpoint> checkpoints() {
    return database.read(CheckpointTable::all);
  }

  @Override
  public Optional<LogCheckpoint> advance(
      List<UsageFact> facts, Optional<LogCheckpoint> before, LogCheckpoint after) {
    return database.write(
        sql -> {
          Optional<LogCheckpoint> now = CheckpointTable.find(sql, after.path(), after.file());
          boolean untouched =
              now.isPresent() == before.isPresent()
                  && now.filter(there -> !there.isWhere(before.orElseThrow())).isEmpty();
          if (!untouched) {
            return Optional.empty();
          }
          int news = FactWriter.write(sql, facts);
          LogCheckpoint kept = after.withMore(news, facts.size() - news);
          CheckpointTable.save(sql, kept);
          return Optional.of(kept);
        });
  }

  @Override
  public long begin(OperationPlan plan, List<PlannedImage> images) {
    return database.write(sql -> OperationTable.begin(sql, plan, images));
  }

  @Override
  public void takeOver(Set<String> addresses, String engine) {
    List<String> known = new ArrayList<>();
    for (String address : addresses) {
      if (database.read(sql -> OperationTable.isKnown(sql, address))) {
        known.add(address);
      }
    }
    if (!known.isEmpty()) {
      change(
          sql -> {
            for (String address : known) {
              OperationTable.takeOver(sql, address, engine);
            }
          });
    }
  }

  @Override
  public void asking(long operation, int image) {
    change(sql -> OperationTable.asking(sql, operation, image));
  }

  @Override
  public boolean settle(long operation, int image, ImageState state, List<UsageFact> facts) {
    return database.write(
        sql -> {
          boolean news = OperationTable.settle(sql, operation, image, state);
          int _ = news ? FactWriter.write(sql, facts) : 0;
          return news;
        });
  }

  @Override
  public void moved(long operation, int image, long bytes) {
    change(sql -> OperationTable.moved(sql, operation, image, bytes));
  }

  @Override
  public void end(long operation, Operation.Ending ending) {
    change(sql -> OperationTable.end(sql, operation, ending));
  }

  @Override
  public void discard(long operation) {
    change(sql -> OperationTable.discard(sql, operation));
  }

  @Override
  public List<Operation> operations(Optional<String> engine, int limit) {
    return database.read(sql -> OperationTable.newest(sql, engine, limit));
  }

  @Override
  public Optional<Operation> operation(long id) {
    return database.read(sql -> OperationTable.one(sql, id));
  }

  @Override
  public List<Operation> unsettled(String engine) {
    return database.read(sql -> OperationTable.unsettled(sql, engine));
  }

  @Override
  public List<RemovedImage> removed(String engine, int limit) {
    return database.read(sql -> OperationTable.removed(sql, engine, limit));
  }

  @Override
  public List<RemovedImage> removedBy(long operation) {
    return database.read(sql -> OperationTable.removedBy(sql, operation));
  }

  private interface Change {
    void apply(Sql sql) throws SQLException;
  }

  private void change(Change work) {
    boolean _ =
        database.write(
            sql -> {
              work.apply(sql);
              return true;
            });
  }

  @Override
  public void close() {
    database.close();
  }
}
