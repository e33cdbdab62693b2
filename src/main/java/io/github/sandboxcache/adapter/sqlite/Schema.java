package io.github.sandboxcache.adapter.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * The database's tables and how they change from version to version. Each version is one script,
 * which takes the database from the version before; none is ever changed once released.
 */
final class Schema {
  /** The version that this app reads and writes. */
  static final int VERSION = 7;

  private Schema() {}

  /** Brings a database up to this app's version, step by step, each step whole or not at all. */
  static void migrate(Sql sql) throws SQLException {
    migrate(sql, VERSION);
  }

  static void migrate(Sql sql, int target) throws SQLException {
    // Nothing is written without need: a full disk keeps nobody from reading.
    if (knownVersion(sql) >= target && isMarked(sql)) {
      return;
    }
    sql.run("BEGIN IMMEDIATE");
    try {
      // Read within the transaction: another process may have been faster.
      long version = knownVersion(sql);
      for (long next = version + 1; next <= target; next++) {
        sql.runScript(script(next));
        sql.run("PRAGMA user_version = " + next);
      }
      sql.run("PRAGMA application_id = " + LedgerFile.APPLICATION_ID);
      sql.run("COMMIT");
    } catch (SQLException | RuntimeException e) {
      sql.rollBack(e);
      throw e;
    }
  }

  /** The version, when this app knows it; 0 for a database in which nothing stands yet. */
  private static long knownVersion(Sql sql) throws SQLException {
    long version = version(sql);
    if (version > VERSION) {
      throw new NewerSchemaException(version);
    }
    return isEmpty(sql) ? 0 : version;
  }

  /** Whether a database has no tables: what a first start leaves that ended early. */
  static boolean isEmpty(Sql sql) throws SQLException {
    return sql.number("SELECT count(*) FROM sqlite_master").orElse(0) == 0;
  }

  /** Whether the file's header says that it is a ledger of this app. */
  static boolean isMarked(Sql sql) throws SQLException {
    return sql.number("PRAGMA application_id").orElse(0) == LedgerFile.APPLICATION_ID;
  }

  /**
   * Reads the whole schema, and with it notices most damage.
   *
   * @throws MissingTableException when it is not the one that the file's version says
   */
  static void check(Sql sql) throws SQLException {
    for (String table : List.of("fact", "image")) {
      if (sql.number("SELECT 1 FROM sqlite_master WHERE name = ?", table).isEmpty()) {
        throw new MissingTableException(table);
      }
      var _ = sql.number("SELECT count(*) FROM " + table + " WHERE id = 0");
    }
  }

  /**
   * Makes sure that the database can be read as it stands.
   *
   * @throws SQLException when it is no ledger of ours or of another version
   */
  static void checkReadable(Sql sql) throws SQLException {
    long version = knownVersion(sql);
    if (!isMarked(sql)) {
      throw new SQLException("it is no ledger of this app");
    }
    if (version < VERSION) {
      throw new OlderSchemaException();
    }
    check(sql);
  }

  static long version(Sql sql) throws SQLException {
    return sql.number("PRAGMA user_version").orElse(0);
  }

  private static String script(long version) {
    String name = "schema-" + version + ".sql";
    try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  /** A table is not there that this version of the schema has. */
  static final class MissingTableException extends SQLException {
    private static final long serialVersionUID = 1L;

    MissingTableException(String table) {
      super("there is no table " + table);
    }
  }

  /** The database was written by an older version of this app, and nobody brought it up yet. */
  static final class OlderSchemaException extends SQLException {
    private static final long serialVersionUID = 1L;

    OlderSchemaException() {
      super("it is no ledger of this version");
    }
  }

  /** The database was written by a newer version of this app, which may mean other things by it. */
  static final class NewerSchemaException extends SQLException {
    private static final long serialVersionUID = 1L;

    NewerSchemaException(long version) {
      super(
          "it was written by a newer version of this app (its format is %d, this version knows %d)"
              .formatted(version, VERSION));
    }
  }
}
