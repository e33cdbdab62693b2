package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.UiThreads;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the pieces of work that view models have given away and that are not done. Thread-safe.
 */
final class Underway {
  private final AtomicInteger pieces = new AtomicInteger();

  /** Those threads; what is given to them counts until it is done. */
  UiThreads counting(UiThreads threads) {
    return new UiThreads(
        counting(threads.ui()), counting(threads.background()), counting(threads.gathering()));
  }

  /** Whether there are none. What one of them starts counts before it ends itself. */
  boolean isNone() {
    return pieces.get() == 0;
  }

  private Executor counting(Executor executor) {
    return work -> {
      pieces.incrementAndGet();
      executor.execute(
          () -> {
            try {
              work.run();
            } finally {
              pieces.decrementAndGet();
            }
          });
    };
  }
}
