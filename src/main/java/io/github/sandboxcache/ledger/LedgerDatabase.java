package io.github.sandboxcache.ledger;

import io.github.sandboxcache.usage.UsageLedgerException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database: opened when it is first needed, one connection that writes and one that reads, so
 * that neither waits for the other. Thread-safe.
 *
 * <p>A committed transaction is in the write-ahead log, in the hands of the operating system, so
 * that the death of the process cannot take it back. Only a power failure can take the last ones;
 * even then the file stays whole.
 */
final class LedgerDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerDatabase.class);
  private static final String INTACT = "ok";

  private final Optional<LedgerFile> file;
  private final ReentrantLock writeLock = new ReentrantLock();
  private final ReentrantLock readLock;
  private final AtomicLong ownWrites = new AtomicLong();
  private @Nullable Sql writer;
  private @Nullable Sql reader;
  private volatile Optional<Path> setAside = Optional.empty();

  /** Whether damage was met in the open file; then the next opening reads all of it. */
  private volatile boolean suspect;

  private LedgerDatabase(Optional<LedgerFile> file) {
    this.file = file;
    // In memory there is but one connection.
    this.readLock = file.isPresent() ? new ReentrantLock() : writeLock;
  }

  /** The database in that file, which need not exist. Nothing is opened yet. */
  static LedgerDatabase at(Path path, Clock clock) {
    return new LedgerDatabase(Optional.of(new LedgerFile(path, clock)));
  }

  /** A database that is never written to disk. */
  static LedgerDatabase inMemory() {
    return new LedgerDatabase(Optional.empty());
  }

  /** Work with a connection. */
  interface Work<T> {
    T apply(Sql sql) throws SQLException;
  }

  /** Names the database for people. */
  String name() {
    return file.map(here -> here.path().toString()).orElse("in memory");
  }

  /** Where a damaged or foreign file went that stood in the database's place. */
  Optional<Path> setAside() {
    return setAside;
  }

  /** Different after every write of this process. */
  long ownWrites() {
    return ownWrites.get();
  }

  /** Reads; what is written meanwhile is not seen. */
  <T> T read(Work<T> work) {
    readLock.lock();
    try {
      Sql sql = reader == null ? openReader() : reader;
      return work.apply(sql);
    } catch (SQLException | IOException e) {
      throw failed(e);
    } finally {
      readLock.unlock();
      closeWhenSuspect();
    }
  }

  /** Writes in one transaction: all of it or, when it fails, nothing. */
  <T> T write(Work<T> work) {
    writeLock.lock();
    try {
      Sql sql = writer == null ? openWriter() : writer;
      sql.run("BEGIN IMMEDIATE");
      T result;
      try {
        result = work.apply(sql);
        sql.run("COMMIT");
      } catch (SQLException | RuntimeException e) {
        sql.rollBack(e);
        throw e;
      }
      ownWrites.incrementAndGet();
      return result;
    } catch (SQLException | IOException e) {
      throw failed(e);
    } finally {
      writeLock.unlock();
      closeWhenSuspect();
    }
  }

  private Sql openReader() throws SQLException, IOException {
    if (file.isEmpty()) {
      return inMemoryConnection();
    }
    writeLock.lock();
    try {
      // The writer's opening makes and checks the tables.
      if (writer == null) {
        openWriter();
      }
    } finally {
      writeLock.unlock();
    }
    Sql opened = LedgerConnection.open(file.get().path());
    reader = opened;
    return opened;
  }

  private Sql openWriter() throws SQLException, IOException {
    Sql opened = file.isEmpty() ? inMemoryConnection() : openFile(file.get());
    writer = opened;
    return opened;
  }

  /** What is in memory is seen by its own connection only, so that both are one. */
  private Sql inMemoryConnection() throws SQLException {
    Sql known = writer != null ? writer : reader;
    if (known != null) {
      writer = known;
      reader = known;
      return known;
    }
    Sql opened = new Sql(DriverManager.getConnection("jdbc:sqlite::memory:"));
    Schema.migrate(opened);
    writer = opened;
    reader = opened;
    return opened;
  }

  private Sql openFile(LedgerFile here) throws SQLException, IOException {
    here.prepare();
    try (AutoCloseable _ = here.lock()) {
      try {
        if (here.isThere() && LedgerConnection.isForeign(here.path())) {
          putAside(here, "it is not a ledger of this app");
        } else if (suspect && here.isThere()) {
          checkWhole(here);
        }
        suspect = false;
        return LedgerConnection.openAndMigrate(here.path());
      } catch (SQLException e) {
        if (!LedgerFailure.isDamage(e)) {
          throw e;
        }
        putAsideDamaged(here, e);
        return LedgerConnection.openAndMigrate(here.path());
      }
    } catch (SQLException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the lock of " + here.path() + " cannot be let go", e);
    }
  }

  /** Where that does not work, the damage is still what people have to know. */
  private void putAsideDamaged(LedgerFile here, SQLException damage)
      throws SQLException, IOException {
    try {
      putAside(here, String.valueOf(damage.getMessage()));
    } catch (IOException e) {
      damage.addSuppressed(e);
      throw damage;
    }
  }

  private void putAside(LedgerFile here, String why) throws IOException {
    Path target = here.setAside();
    setAside = Optional.of(target);
    // People are told by who asked for the ledger.
    LOG.info(
        "{} cannot be used ({}); it is kept as {} and a new one begins", here.path(), why, target);
    here.prepare();
  }

  /** Damage in the middle of a file shows only to those who read that place. */
  private void checkWhole(LedgerFile here) throws SQLException, IOException {
    String[] found = {INTACT};
    try (Sql sql = LedgerConnection.open(here.path())) {
      sql.query("PRAGMA quick_check(1)", row -> found[0] = row.getString(1));
    }
    if (!found[0].equals(INTACT)) {
      putAside(here, found[0]);
    }
  }

  private UsageLedgerException failed(Exception cause) {
    if (LedgerFailure.isDamage(cause)) {
      suspect = true;
    }
    return file.map(here -> LedgerFailure.of(here, cause))
        .orElseGet(() -> new UsageLedgerException(name(), cause));
  }

  private void closeWhenSuspect() {
    if (suspect) {
      close();
    }
  }

  @Override
  public void close() {
    // In the same order as a read that opens the database.
    readLock.lock();
    writeLock.lock();
    try {
      Sql openReader = reader;
      Sql openWriter = writer;
      reader = null;
      writer = null;
      close(openReader);
      if (openWriter != openReader) {
        close(openWriter);
      }
    } finally {
      writeLock.unlock();
      readLock.unlock();
    }
  }

  private void close(@Nullable Sql open) {
    try {
      if (open != null) {
        open.close();
      }
    } catch (SQLException e) {
      LOG.warn("{} did not close cleanly; nothing is lost", name(), e);
    }
  }
}
