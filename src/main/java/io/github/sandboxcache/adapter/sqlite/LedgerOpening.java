package io.github.sandboxcache.adapter.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the database's file for writing: makes it where there is none, brings it up to this
 * version, and sets it aside where it is damaged or not ours. Used by one thread at a time; what
 * was set aside may be asked for by any.
 */
final class LedgerOpening {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerOpening.class);
  private static final String INTACT = "ok";

  private final LedgerFile file;
  private volatile Optional<Path> setAside = Optional.empty();

  LedgerOpening(LedgerFile file) {
    this.file = file;
  }

  /** Where a damaged or foreign file went that stood in the database's place. */
  Optional<Path> setAside() {
    return setAside;
  }

  /**
   * A connection that writes.
   *
   * @param suspect whether damage was met in the file, so that all of it is read first
   */
  Sql open(boolean suspect) throws SQLException, IOException {
    file.prepare();
    try (AutoCloseable _ = file.lock()) {
      try {
        if (file.isThere() && LedgerConnection.isForeign(file.path())) {
          putAside("it is not a ledger of this app");
        } else if (suspect && file.isThere()) {
          checkWhole();
        }
        return LedgerConnection.openAndMigrate(file.path());
      } catch (SQLException e) {
        if (!LedgerFailure.isDamage(e)) {
          throw e;
        }
        putAsideDamaged(e);
        return LedgerConnection.openAndMigrate(file.path());
      }
    } catch (SQLException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the lock of " + file.path() + " cannot be let go", e);
    }
  }

  /** Where that does not work, the damage is still what people have to know. */
  private void putAsideDamaged(SQLException damage) throws SQLException, IOException {
    try {
      putAside(String.valueOf(damage.getMessage()));
    } catch (IOException e) {
      damage.addSuppressed(e);
      throw damage;
    }
  }

  private void putAside(String why) throws IOException {
    Path target = file.setAside();
    setAside = Optional.of(target);
    // People are told by who asked for the ledger.
    LOG.info(
        "{} cannot be used ({}); it is kept as {} and a new one begins", file.path(), why, target);
    file.prepare();
  }

  /** Damage in the middle of a file shows only to those who read that place. */
  private void checkWhole() throws SQLException, IOException {
    String[] found = {INTACT};
    try (Sql sql = LedgerConnection.open(file.path())) {
      sql.query("PRAGMA quick_check(1)", row -> found[0] = row.getString(1));
    }
    if (!found[0].equals(INTACT)) {
      putAside(found[0]);
    }
  }
}
