package io.github.sandboxcache.domain.task;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the processes of this user, and the threads of this one, from doing the same at once: a
 * locked file for each thing done, with the name of who does it. The system lets go of the lock
 * when its process dies; the files stay. Where files cannot be locked, only the threads of this
 * process exclude each other. A process needs but one of these for a directory. Thread-safe.
 */
public final class ProcessLocks {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessLocks.class);
  private static final long MILLIS_BETWEEN_TRIES = 250;
  private static final int MAX_HOLDER_BYTES = 200;

  /** Far behind the holder's name, which others read where a lock is mandatory. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final Path directory;

  // Asked first: closing a file lets go of all locks that this process has on it.
  private final Map<String, String> holdersHere = new ConcurrentHashMap<>();

  /** Locks in that directory, made when it is first needed. */
  public ProcessLocks(Path directory) {
    this.directory = directory;
  }

  /** A lock that is held. */
  public interface Held extends AutoCloseable {
    /** Lets go of it. Never fails. */
    @Override
    void close();
  }

  /**
   * Waits for a lock.
   *
   * @param what what is locked, any text
   * @param holder who asks, told to those who wait for it
   * @param onWait called once if another one has it, with the name of its holder, untrusted and
   *     perhaps empty
   * @throws CancellationException once cancelled
   */
  public Held acquire(
      String what, String holder, Consumer<String> onWait, Cancellation cancellation) {
    CountDownLatch cancelled = new CountDownLatch(1);
    try (var _ = cancellation.onCancel(cancelled::countDown)) {
      Optional<Held> held = tryAcquire(what, holder);
      if (held.isEmpty()) {
        onWait.accept(holderOf(what));
      }
      while (held.isEmpty()) {
        if (cancelled.await(MILLIS_BETWEEN_TRIES, TimeUnit.MILLISECONDS)) {
          throw new CancellationException("cancelled while waiting for a lock");
        }
        held = tryAcquire(what, holder);
      }
      return held.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for a lock");
    }
  }

  /** Takes a lock, unless somebody has it. */
  public Optional<Held> tryAcquire(String what, String holder) {
    if (holdersHere.putIfAbsent(what, holder) != null) {
      return Optional.empty();
    }
    FileChannel channel;
    try {
      channel = open(what);
    } catch (IOException e) {
      LOG.warn("nothing is locked against other processes: {}", e.getMessage(), e);
      return Optional.of(() -> holdersHere.remove(what));
    }
    Held held =
        () -> {
          close(channel);
          holdersHere.remove(what);
        };
    boolean free = true;
    try {
      free = tryLock(channel);
    } catch (IOException e) {
      LOG.warn("a lock against other processes is not complete in {}", directory, e);
    }
    if (free) {
      sign(channel, holder);
      return Optional.of(held);
    }
    held.close();
    return Optional.empty();
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false) != null;
    } catch (OverlappingFileLockException _) {
      // Others than this object have it in this very process.
      return false;
    }
  }

  private FileChannel open(String what) throws IOException {
    Files.createDirectories(directory);
    return FileChannel.open(
        file(what), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private Path file(String what) {
    UUID name = UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    return directory.resolve(name + ".lock");
  }

  /** A lock holds without a name, too; on a full disk it has none. */
  private static void sign(FileChannel channel, String holder) {
    byte[] name = holder.getBytes(StandardCharsets.UTF_8);
    try {
      int _ =
          channel
              .truncate(0)
              .write(ByteBuffer.wrap(Arrays.copyOf(name, Math.min(name.length, MAX_HOLDER_BYTES))));
    } catch (IOException e) {
      LOG.debug("a lock carries no name", e);
    }
  }

  private String holderOf(String what) {
    String here = holdersHere.getOrDefault(what, "");
    if (!here.isEmpty()) {
      return here;
    }
    try {
      return Files.readString(file(what));
    } catch (IOException e) {
      LOG.debug("who has a lock cannot be read", e);
      return "";
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.warn("cannot close a lock file", e);
    }
  }
}
