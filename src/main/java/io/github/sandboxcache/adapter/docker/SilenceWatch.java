package io.github.sandboxcache.adapter.docker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Ends waiting for an engine that sends no byte for too long. Sockets in the file system know no
 * timeout, so the waiting thread is interrupted, which closes its connection; those of the network
 * have to be closed. Thread-safe.
 */
final class SilenceWatch implements AutoCloseable {
  private static final int CHECKS = 20;
  private static final int MAX_REST_BYTES = 64 * 1024;

  private final Duration patience;
  private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
  private @Nullable Thread watchman;
  private boolean closed;

  SilenceWatch(Duration patience) {
    this.patience = patience;
  }

  /** What is waited for. */
  interface Answer<T> {
    T get() throws IOException;
  }

  /**
   * Waits for an answer.
   *
   * @throws SocketTimeoutException when the engine stayed silent for too long
   */
  <T> T await(Answer<T> answer) throws IOException {
    return await(answer, () -> {});
  }

  /**
   * The same for a connection that an interruption does not close.
   *
   * @param close closes it, from another thread
   */
  <T> T await(Answer<T> answer, Runnable close) throws IOException {
    Wait wait = new Wait(Thread.currentThread(), close, System.nanoTime() + patience.toNanos());
    waits.add(wait);
    watch();
    try {
      return answer.get();
    } catch (IOException | RuntimeException e) {
      if (wait.isExpired()) {
        String why = "not a byte in " + patience.toSeconds() + " s";
        throw (IOException) new SocketTimeoutException(why).initCause(e);
      }
      throw e;
    } finally {
      waits.remove(wait);
      wait.end();
    }
  }

  /**
   * The same stream, each read of which is waited for like an answer. Closing it reads a short
   * rest, so that its connection can be used again, and leaves a long one.
   */
  InputStream watched(InputStream in) {
    return new WatchedStream(in);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (watchman != null) {
      watchman.interrupt();
    }
  }

  private synchronized void watch() {
    if (watchman == null && !closed) {
      watchman = Thread.ofPlatform().daemon().name("engine-silence").start(this::interruptSilent);
    }
  }

  private void interruptSilent() {
    try {
      while (true) {
        Thread.sleep(patience.dividedBy(CHECKS));
        long now = System.nanoTime();
        waits.forEach(wait -> wait.expireAt(now));
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  private final class WatchedStream extends FilterInputStream {
    private boolean broken;

    WatchedStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return read(in::read);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return read(() -> in.read(bytes, offset, length));
    }

    private int read(Answer<Integer> answer) throws IOException {
      try {
        return await(answer);
      } catch (IOException e) {
        broken = true;
        throw e;
      }
    }

    @Override
    public void close() throws IOException {
      if (!broken) {
        readNBytes(MAX_REST_BYTES);
      }
    }
  }

  private static final class Wait {
    private final Thread thread;
    private final Runnable close;
    private final long deadline;
    private boolean expired;
    private boolean over;

    Wait(Thread thread, Runnable close, long deadline) {
      this.thread = thread;
      this.close = close;
      this.deadline = deadline;
    }

    synchronized void expireAt(long now) {
      if (!over && !expired && now - deadline >= 0) {
        expired = true;
        thread.interrupt();
        close.run();
      }
    }

    synchronized boolean isExpired() {
      return expired;
    }

    /** The interruption was meant for this wait and for nothing that the thread does next. */
    synchronized void end() {
      over = true;
      if (expired) {
        boolean _ = Thread.interrupted();
      }
    }
  }
}
