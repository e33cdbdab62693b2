package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.domain.usage.UsageLedgerException.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Why a database cannot be used. Only what SQLite itself calls damage is damage: a full disk, a
 * place that cannot be written or a broken device say nothing of the file.
 */
final class LedgerFailure {
  private static final int PRIMARY = 0xff;

  /** Less than one page of a database and of its index does not do. */
  private static final long TOO_LITTLE_BYTES = 64 << 10;

  private LedgerFailure() {}

  /** Whether the file is not as it was written, for certain. */
  static boolean isDamage(Exception e) {
    int code = code(e);
    return e instanceof Schema.MissingTableException
        || e instanceof LedgerCheckup.DamagedException
        || code == SQLiteErrorCode.SQLITE_NOTADB.code
        || code == SQLiteErrorCode.SQLITE_CORRUPT.code;
  }

  /** Whether it says that the file cannot be read as it stands, whatever can be written. */
  static boolean isAboutTheFile(Exception e) {
    return isDamage(e)
        || e instanceof Schema.NewerSchemaException
        || e instanceof LedgerReader.UnmergedException;
  }

  /** Whether SQLite could not open a file, of which it says no more. */
  static boolean isCannotOpen(Exception e) {
    return code(e) == SQLiteErrorCode.SQLITE_CANTOPEN.code;
  }

  /** The primary code: the extended ones tell variants of the same apart. */
  private static int code(Exception e) {
    return e instanceof SQLiteException sqlite ? sqlite.getResultCode().code & PRIMARY : -1;
  }

  /** The failure in the terms of the ledger's users. */
  static UsageLedgerException of(LedgerFile file, Exception cause) {
    return new UsageLedgerException(file.path().toString(), reason(file, cause), cause);
  }

  private static Reason reason(LedgerFile file, Exception cause) {
    if (isDamage(cause)) {
      return Reason.DAMAGED;
    }
    int code = code(cause);
    if (cause instanceof Schema.NewerSchemaException) {
      return Reason.NEWER;
    } else if (cause instanceof LedgerReader.UnmergedException) {
      return Reason.UNMERGED;
    } else if (cause instanceof LedgerReader.ChangedException) {
      return Reason.BUSY;
    } else if (code == SQLiteErrorCode.SQLITE_BUSY.code
        || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return Reason.BUSY;
    } else if (code == SQLiteErrorCode.SQLITE_FULL.code) {
      return Reason.FULL;
    }
    boolean system = cause instanceof IOException || code >= 0;
    return system ? place(file.path(), cause) : Reason.FAILED;
  }

  /** What is wrong with the place; SQLite says of most only that it could not open or write. */
  private static Reason place(Path file, Exception cause) {
    Path there = file.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (isReadOnly(there, cause)) {
      return Reason.READ_ONLY;
    } else if (isFull(there)) {
      return Reason.FULL;
    }
    boolean allowed =
        Files.isReadable(there) && Files.isWritable(there) && isDirectoryWritable(there);
    // A part of a disk that is mounted once more, read-only, passes for that disk; the system's
    // refusal is no lack of permission then, which has an exception of its own.
    if (!allowed && cause.getClass().equals(FileSystemException.class)) {
      return Reason.READ_ONLY;
    }
    return cause instanceof AccessDeniedException || !allowed ? Reason.NOT_ALLOWED : Reason.FAILED;
  }

  private static boolean isReadOnly(Path there, Exception cause) {
    try {
      return Files.getFileStore(there).isReadOnly();
    } catch (IOException e) {
      // A file system that is mounted outside of the process's root is not in its table of mounts.
      cause.addSuppressed(e);
      return false;
    }
  }

  private static boolean isFull(Path there) {
    boolean known = there.toFile().getTotalSpace() > 0;
    return known && there.toFile().getUsableSpace() < TOO_LITTLE_BYTES;
  }

  /** SQLite keeps further files beside the database. */
  private static boolean isDirectoryWritable(Path there) {
    Path directory = there.getParent();
    return Files.isDirectory(there) || directory == null || Files.isWritable(directory);
  }
}
