package io.github.sandboxcache.adapter.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The connection that reads. Usually SQLite follows what others write. Where nothing can be written
 * it does so only while its write-ahead log is there; without one it could not make it and would
 * refuse. Then the file is opened as one that nobody changes. Somebody may do so nevertheless, with
 * more rights or by another way to the same disk: so it is looked at before and after each
 * question. Not thread-safe.
 */
final class LedgerReader implements AutoCloseable {
  private final Sql sql;
  private final Optional<StillFile> still;

  private LedgerReader(Sql sql, Optional<StillFile> still) {
    this.sql = sql;
    this.still = still;
  }

  /** A file that is taken to stay as it looks. */
  private record StillFile(Path path, Look look) {
    boolean isUnchanged() {
      try {
        return look.equals(Look.at(path));
      } catch (IOException _) {
        return false;
      }
    }
  }

  /** What the file system tells of a database. */
  private record Look(@Nullable Object key, long size, FileTime modified, boolean hasLog) {
    static Look at(Path path) throws IOException {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      Path log = log(path);
      boolean hasLog = Files.exists(log) && Files.size(log) > 0;
      return new Look(now.fileKey(), now.size(), now.lastModifiedTime(), hasLog);
    }
  }

  /** Reads by that connection, whose database SQLite follows. */
  static LedgerReader following(Sql sql) {
    return new LedgerReader(sql, Optional.empty());
  }

  /**
   * Reads that file where nothing can be written.
   *
   * @throws SQLException when it cannot be read as it stands: it is no ledger, or one of another
   *     version
   */
  static LedgerReader readOnly(Path path) throws SQLException, IOException {
    Look look = Look.at(path);
    if (!look.hasLog()) {
      StillFile still = new StillFile(path, look);
      return new LedgerReader(opened(path, true), Optional.of(still));
    }
    try {
      return following(opened(path, false));
    } catch (SQLException e) {
      throw LedgerFailure.isCannotOpen(e) ? new UnmergedException(log(path), e) : e;
    }
  }

  private static Sql opened(Path path, boolean still) throws SQLException {
    Sql sql = LedgerConnection.openReadOnly(path, still);
    try {
      Schema.checkReadable(sql);
      return sql;
    } catch (SQLException e) {
      try (sql) {
        throw e;
      }
    }
  }

  private static Path log(Path path) {
    return path.resolveSibling(path.getFileName() + "-wal");
  }

  /** The connection itself. */
  Sql sql() {
    return sql;
  }

  /** Whether a question may be asked; otherwise the file has to be opened anew. */
  boolean isUnchanged() {
    return still.isEmpty() || still.get().isUnchanged();
  }

  /** Asks a question. */
  <T> T read(LedgerDatabase.Work<T> work) throws SQLException {
    T result;
    try {
      result = work.apply(sql);
    } catch (SQLException e) {
      throw isUnchanged() ? e : new ChangedException(e);
    }
    if (!isUnchanged()) {
      throw new ChangedException(null);
    }
    return result;
  }

  @Override
  public void close() throws SQLException {
    sql.close();
  }

  /**
   * The newest changes are in the write-ahead log, and its index is gone, which SQLite can make
   * only where it may write. Without them the file need not even be whole.
   */
  static final class UnmergedException extends SQLException {
    private static final long serialVersionUID = 1L;

    UnmergedException(Path log, SQLException cause) {
      super("its newest changes still stand in " + log, cause);
    }
  }

  /** Somebody changed the file while it was read as one that nobody changes. */
  static final class ChangedException extends SQLException {
    private static final long serialVersionUID = 1L;

    ChangedException(@Nullable SQLException cause) {
      super("it was changed while it was read", cause);
    }
  }
}
