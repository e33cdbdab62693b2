package io.github.sandboxcache.ledger;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells a damaged file from everything else that keeps a database from being used. */
final class LedgerDamage {
  private LedgerDamage() {}

  /** Whether a file that failed so while it was opened cannot be used as it is. */
  static boolean isMetOnOpening(SQLException e) {
    return isCertain(e)
        // A table is missing that this version of the schema has.
        || (e instanceof SQLiteException sqlite
            && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_ERROR);
  }

  /** Whether SQLite says that the file is not as it wrote it. */
  static boolean isCertain(Exception e) {
    return e instanceof SQLiteException sqlite
        && (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB
            || (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_CORRUPT.code);
  }
}
