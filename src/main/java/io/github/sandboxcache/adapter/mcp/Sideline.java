package io.github.sandboxcache.adapter.mcp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes lines to a place that may be slow, stuck or broken, on a thread of its own, so that the
 * channel never waits for it. What does not fit into {@value #MAX_WAITING_BYTES} bytes is dropped,
 * but for a line before which nothing waits.
 */
final class Sideline implements Consumer<byte[]>, AutoCloseable {
  /** What waits for a place that is stuck. */
  static final int MAX_WAITING_BYTES = 4 << 20;

  /** How often the place hears of nothing, so that it can try again what failed. */
  private static final Duration QUIET = Duration.ofSeconds(2);

  /** So long the end of the server waits for what is still to be taken there. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(Sideline.class);
  private static final byte[] END = new byte[0];

  private final LinkedBlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
  private final AtomicLong waitingBytes = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final Consumer<List<byte[]>> place;
  private final Thread thread;

  /**
   * A sideline to that place.
   *
   * @param place gets lines in their order, and none at all now and then; its failure loses these
   *     lines alone
   */
  Sideline(String name, Consumer<List<byte[]>> place) {
    this.place = place;
    this.thread = Thread.ofPlatform().daemon().name(name).start(this::work);
  }

  /** Takes a line; returns at once. */
  @Override
  public void accept(byte[] line) {
    long all = waitingBytes.addAndGet(line.length);
    // A long line alone says nothing about the place.
    if (all <= MAX_WAITING_BYTES || all == line.length) {
      waiting.add(line);
    } else {
      waitingBytes.addAndGet(-line.length);
      if (dropped.getAndIncrement() == 0) {
        LOG.warn("{} is stuck, so that lines are dropped", thread.getName());
      }
    }
  }

  private void work() {
    boolean more = true;
    boolean failed = false;
    while (more) {
      try {
        List<byte[]> lines = new ArrayList<>();
        byte[] first = waiting.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          lines.add(first);
          waiting.drainTo(lines);
        }
        lines.forEach(line -> waitingBytes.addAndGet(-line.length));
        more = !lines.remove(END);
        place.accept(lines);
      } catch (InterruptedException _) {
        more = false;
      } catch (RuntimeException | LinkageError e) {
        // One that is full or locked fails with every line, and where the app was uninstalled
        // meanwhile, its code cannot be loaded any more.
        if (!failed) {
          tell(e);
        }
        failed = true;
      }
    }
  }

  private void tell(Throwable failure) {
    try {
      LOG.warn("{} failed", thread.getName(), failure);
    } catch (LinkageError _) {
      // What would write it down is gone as well.
    }
  }

  /** Waits for what is still to be taken there, not for ever. */
  @Override
  public void close() {
    waiting.add(END);
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
