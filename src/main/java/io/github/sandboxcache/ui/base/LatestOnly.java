package io.github.sandboxcache.ui.base;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs pieces of work one after the other in the background and skips those that a newer one has
 * overtaken, so that many changes in a row make few updates. Thread-safe.
 */
public final class LatestOnly {
  private final Executor background;
  private final AtomicReference<@Nullable Runnable> next = new AtomicReference<>();
  private final AtomicBoolean running = new AtomicBoolean();

  /** Works there. */
  public LatestOnly(Executor background) {
    this.background = background;
  }

  /** Runs that work soon, unless more work is given before it starts. */
  public void submit(Runnable work) {
    next.set(work);
    startIfIdle();
  }

  private void startIfIdle() {
    if (next.get() != null && running.compareAndSet(false, true)) {
      background.execute(this::drain);
    }
  }

  private void drain() {
    try {
      Runnable work = next.getAndSet(null);
      if (work != null) {
        work.run();
      }
    } finally {
      running.set(false);
      startIfIdle();
    }
  }
}
