package io.github.sandboxcache.install;

import io.github.sandboxcache.cache.CacheReference;
import io.github.sandboxcache.task.Cancellation;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps several processes of this user from installing the same at once: a locked file for every
 * engine and reference. The system lets go of the lock when its process dies; the empty files stay.
 */
final class InstallLocks {
  private static final Logger LOG = LoggerFactory.getLogger(InstallLocks.class);
  private static final long MILLIS_BETWEEN_TRIES = 250;

  private final Path directory;
  private final String endpoint;

  /** Locks in that directory, made when it is first needed, for the engine at that endpoint. */
  InstallLocks(Path directory, String endpoint) {
    this.directory = directory;
    this.endpoint = endpoint;
  }

  /** A lock that is held. */
  interface Held extends AutoCloseable {
    /** Lets go of it. Never fails. */
    @Override
    void close();
  }

  /**
   * Waits for the lock of a reference. Without a usable directory nothing is locked: a second
   * install is then wasted work, but does no harm.
   *
   * @param onWait called once if another process has it
   * @throws java.util.concurrent.CancellationException once cancelled
   */
  Held acquire(CacheReference reference, Runnable onWait, Cancellation cancellation) {
    FileChannel channel;
    try {
      Files.createDirectories(directory);
      channel =
          FileChannel.open(
              directory.resolve(fileName(reference)),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
    } catch (IOException e) {
      LOG.warn("installs are not locked against other processes: cannot use {}", directory, e);
      return () -> {};
    }
    boolean locked = false;
    try {
      awaitLock(channel, onWait, cancellation);
      locked = true;
      return () -> close(channel);
    } catch (IOException e) {
      LOG.warn("an install is not locked against other processes: cannot lock {}", channel, e);
      return () -> {};
    } finally {
      if (!locked) {
        close(channel);
      }
    }
  }

  /** Tries again and again, since a thread that waits inside the system could not be cancelled. */
  private static void awaitLock(FileChannel channel, Runnable onWait, Cancellation cancellation)
      throws IOException {
    CountDownLatch cancelled = new CountDownLatch(1);
    try (var _ = cancellation.onCancel(cancelled::countDown)) {
      boolean told = false;
      while (!tryLock(channel)) {
        if (!told) {
          onWait.run();
          told = true;
        }
        if (cancelled.await(MILLIS_BETWEEN_TRIES, TimeUnit.MILLISECONDS)) {
          cancellation.throwIfCancelled();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for a lock", e);
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      // Another installer in this very process has it.
      return false;
    }
  }

  private String fileName(CacheReference reference) {
    byte[] key = (endpoint + "\n" + reference).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(key) + ".lock";
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.warn("cannot close a lock file", e);
    }
  }
}
