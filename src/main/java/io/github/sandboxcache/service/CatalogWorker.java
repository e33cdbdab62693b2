package io.github.sandboxcache.service;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that changes a live catalog, so that changes never meet. */
final class CatalogWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogWorker.class);
  private static final int CLOSE_SECONDS = 2;

  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("live-catalog").factory());

  CatalogWorker() {
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  void execute(Runnable work) {
    schedule(Duration.ZERO, work);
  }

  /** Runs the work later; after close it is dropped. */
  void schedule(Duration delay, Runnable work) {
    try {
      var _ = executor.schedule(() -> run(work), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException _) {
      LOG.debug("Dropped work for a closed catalog");
    }
  }

  private static void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("An update of the catalog failed unexpectedly", e);
    }
  }

  /** Lets the work at hand end, for a moment. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.debug("An engine call still runs at close");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
