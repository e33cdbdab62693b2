package io.github.sandboxcache.ledger;

import io.github.sandboxcache.usage.UsageLedgerException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

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
  private static final int BUSY_TIMEOUT_MS = 20_000;
  private static final int CACHE_KIB = 16_384;
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
        rollBack(sql, e);
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

  private static void rollBack(Sql sql, Exception cause) {
    try {
      sql.run("ROLLBACK");
    } catch (SQLException e) {
      // SQLite has rolled back by itself, as it does when the disk is full.
      cause.addSuppressed(e);
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
    Sql opened = connect(file.get().path());
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
        if (here.isThere() && isForeign(here.path())) {
          putAside(here, "it is not a ledger of this app");
        } else if (suspect && here.isThere()) {
          checkWhole(here);
        }
        suspect = false;
        return connectAndMigrate(here.path());
      } catch (SQLException e) {
        if (!isDamage(e)) {
          throw e;
        }
        putAside(here, String.valueOf(e.getMessage()));
        return connectAndMigrate(here.path());
      }
    } catch (SQLException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the lock of " + here.path() + " cannot be let go", e);
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

  /** Looks without changing anything. */
  private static boolean isForeign(Path path) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    try (Sql sql = new Sql(connection(config, path))) {
      return sql.number("PRAGMA application_id").orElse(0) != LedgerFile.APPLICATION_ID;
    }
  }

  /** Damage in the middle of a file shows only to those who read that place. */
  private void checkWhole(LedgerFile here) throws SQLException, IOException {
    String[] found = {INTACT};
    try (Sql sql = connect(here.path())) {
      sql.query("PRAGMA quick_check(1)", row -> found[0] = row.getString(1));
    }
    if (!found[0].equals(INTACT)) {
      putAside(here, found[0]);
    }
  }

  private static Sql connectAndMigrate(Path path) throws SQLException {
    Sql sql = connect(path);
    try {
      Schema.migrate(sql);
      // Reads the whole schema, and with it notices most damage.
      var _ = sql.number("SELECT count(*) FROM fact WHERE id = 0");
      var _ = sql.number("SELECT count(*) FROM image WHERE id = 0");
      return sql;
    } catch (SQLException | RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  private static Sql connect(Path path) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setCacheSize(-CACHE_KIB);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    return new Sql(connection(config, path));
  }

  private static Connection connection(SQLiteConfig config, Path path) throws SQLException {
    // Otherwise every change would be followed by a question for the row's number.
    config.setGetGeneratedKeys(false);
    try {
      return config.createConnection("jdbc:sqlite:" + path.toAbsolutePath());
    } catch (LinkageError e) {
      // The native part cannot be unpacked or does not fit this system.
      throw new SQLException("the database's native library does not load: " + e.getMessage(), e);
    }
  }

  private static boolean isDamage(SQLException e) {
    return isCorrupt(e)
        // A table is missing that this version of the schema has.
        || (e instanceof SQLiteException sqlite
            && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_ERROR);
  }

  private static boolean isCorrupt(Exception e) {
    return e instanceof SQLiteException sqlite
        && (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB
            || (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_CORRUPT.code);
  }

  private UsageLedgerException failed(Exception cause) {
    if (isCorrupt(cause)) {
      suspect = true;
    }
    return new UsageLedgerException(name(), cause);
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
      if (openReader != null) {
        openReader.close();
      }
      if (openWriter != null && openWriter != openReader) {
        openWriter.close();
      }
    } catch (SQLException e) {
      LOG.warn("{} did not close cleanly; nothing is lost", name(), e);
    } finally {
      writeLock.unlock();
      readLock.unlock();
    }
  }
}
