package io.github.sandboxcache.adapter.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * A lock among processes and the threads of each. The system lets go of it when its process dies;
 * the empty file stays, for others may be opening it.
 */
final class FileLocks {
  private static final long MILLIS_BETWEEN_TRIES = 10;

  private final Path file;
  private final Duration waitAtMost;

  FileLocks(Path file, Duration waitAtMost) {
    this.file = file;
    this.waitAtMost = waitAtMost;
  }

  /** Others had the lock all the time. */
  static final class HeldByOthersException extends IOException {
    private static final long serialVersionUID = 1L;

    HeldByOthersException(Path file) {
      super("locked by another process: " + file);
    }
  }

  /** A lock that is held until it is closed. */
  FileChannel acquire() throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      long deadline = System.nanoTime() + waitAtMost.toNanos();
      while (!tryLock(channel)) {
        if (System.nanoTime() - deadline > 0) {
          throw new HeldByOthersException(file);
        }
        Thread.sleep(MILLIS_BETWEEN_TRIES);
      }
      locked = true;
      return channel;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted while waiting");
      interrupted.initCause(e);
      throw interrupted;
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      // Another thread of this process has it.
      return false;
    }
  }
}
