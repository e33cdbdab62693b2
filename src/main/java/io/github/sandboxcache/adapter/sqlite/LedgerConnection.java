package io.github.sandboxcache.adapter.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteJDBCLoader;

/** How the database's file is opened. */
final class LedgerConnection {
  private static final int BUSY_TIMEOUT_MS = 20_000;
  private static final int CACHE_KIB = 16_384;

  /** Nobody waits longer for the end of the process; it takes a tenth of a second. */
  private static final int MAX_LOAD_SECONDS = 5;

  private LedgerConnection() {}

  /** Whether the database there is not a ledger of ours; looks without changing anything. */
  static boolean isForeign(Path path) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    try (Sql sql = new Sql(connection(config, path))) {
      return !Schema.isMarked(sql) && !Schema.isEmpty(sql);
    }
  }

  /** A connection that writes, on a schema of this version. */
  static Sql openAndMigrate(Path path) throws SQLException {
    Sql sql = open(path);
    try {
      Schema.migrate(sql);
      Schema.check(sql);
      return sql;
    } catch (SQLException | RuntimeException e) {
      close(sql, e);
      throw e;
    }
  }

  private static void close(Sql sql, Exception cause) {
    try {
      sql.close();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** A connection to a database that stands there. */
  static Sql open(Path path) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setCacheSize(-CACHE_KIB);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    return new Sql(connection(config, path));
  }

  /**
   * A connection that only reads, and makes no file.
   *
   * @param still whether the file is taken to be one that nobody changes
   */
  static Sql openReadOnly(Path path, boolean still) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    config.setCacheSize(-CACHE_KIB);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    String uri = path.toAbsolutePath().toUri() + (still ? "?immutable=1" : "?mode=ro");
    return new Sql(connection(config, uri));
  }

  private static Connection connection(SQLiteConfig config, Path path) throws SQLException {
    return connection(config, path.toAbsolutePath().toString());
  }

  /** A connection to a database of its own, in memory. */
  static Sql openInMemory() throws SQLException {
    return new Sql(connection(new SQLiteConfig(), ":memory:"));
  }

  private static Connection connection(SQLiteConfig config, String name) throws SQLException {
    // Otherwise every change would be followed by a question for the row's number.
    config.setGetGeneratedKeys(false);
    loadLibrary();
    return config.createConnection("jdbc:sqlite:" + name);
  }

  /**
   * The native library is unpacked into a temporary file, which the JVM deletes at its end if it
   * knows of it by then. So the end of the process waits for what has begun, and nothing begins
   * once the end has.
   */
  private static void loadLibrary() throws SQLException {
    CountDownLatch loaded = new CountDownLatch(1);
    Thread wait = Thread.ofPlatform().name("sqlite-library").unstarted(() -> await(loaded));
    try {
      Runtime.getRuntime().addShutdownHook(wait);
      try {
        boolean _ = SQLiteJDBCLoader.initialize();
      } finally {
        loaded.countDown();
        boolean _ = Runtime.getRuntime().removeShutdownHook(wait);
      }
    } catch (IllegalStateException e) {
      throw new SQLException("the process is ending", e);
    } catch (Exception | LinkageError e) {
      // The native part cannot be unpacked or does not fit this system.
      throw new SQLException("the database's native library does not load: " + e.getMessage(), e);
    }
  }

  private static void await(CountDownLatch loaded) {
    try {
      boolean _ = loaded.await(MAX_LOAD_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
