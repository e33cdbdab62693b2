package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks inside images before they are removed, so that they can be made again in their versions.
 * What is not read in time stays unknown; no failure keeps an image from being removed.
 */
final class LastLook {
  private static final Logger LOG = LoggerFactory.getLogger(LastLook.class);

  /** Who removes more than that wants them gone, and could have read only a few in time. */
  private static final int MAX_IMAGES = 50;

  /** With what it takes to break off, ten seconds: a large image takes an engine two or three. */
  private static final Duration PATIENCE = Duration.ofSeconds(9);

  /** The engine should not send an image and remove it at the same time. */
  private static final Duration TO_BREAK_OFF = Duration.ofSeconds(1);

  /** More would keep the engine from its other work. */
  private static final int CONCURRENCY = 4;

  private final Inspector inspector;
  private final Duration patience;

  LastLook(Inspector inspector) {
    this(inspector, PATIENCE);
  }

  LastLook(Inspector inspector, Duration patience) {
    this.inspector = inspector;
    this.patience = patience;
  }

  /**
   * Looks inside the images of a plan of which nobody knows what is inside, those with most hits
   * first. Returns when all are read, when the time is over, or when it is cancelled.
   *
   * @param catalog all that the engine has
   * @param listener told of each image as the step {@code note}
   */
  void take(
      RemovalPlan plan, Catalog catalog, ProgressListener listener, Cancellation cancellation) {
    List<CachedImage> unread = unread(plan, catalog);
    if (unread.isEmpty() || plan.removals().size() > MAX_IMAGES) {
      return;
    }
    Cancellation early = new Cancellation();
    AtomicInteger done = new AtomicInteger();
    listener.onProgress(Progress.of("note", "", 0));
    ExecutorService workers =
        Executors.newFixedThreadPool(CONCURRENCY, Thread.ofVirtual().factory());
    try (var _ = cancellation.onCancel(early::cancel)) {
      for (CachedImage image : unread) {
        workers.execute(
            () -> {
              read(image, catalog, early);
              double share = (double) done.incrementAndGet() / unread.size();
              listener.onProgress(Progress.of("note", "", share));
            });
      }
      workers.shutdown();
      if (!end(workers, patience)) {
        early.cancel();
        boolean _ = end(workers, TO_BREAK_OFF);
      }
    }
  }

  private static boolean end(ExecutorService workers, Duration limit) {
    try {
      return workers.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Those of which nobody knows what is inside, in the order in which they are read. */
  static List<CachedImage> unread(RemovalPlan plan, Catalog catalog) {
    Set<String> ids = new HashSet<>();
    List<CachedImage> unread = new ArrayList<>();
    for (CachedImage planned : plan.removals()) {
      CachedImage image = catalog.find(planned.reference()).orElse(planned);
      if (image.contents().isEmpty() && ids.add(image.image().id())) {
        unread.add(image);
      }
    }
    unread.sort(Comparator.comparingLong((CachedImage image) -> hits(plan, image)).reversed());
    return unread;
  }

  private static long hits(RemovalPlan plan, CachedImage image) {
    return plan.uses().map(uses -> uses.of(image.reference()).hits()).orElse(0L);
  }

  private void read(CachedImage image, Catalog catalog, Cancellation cancellation) {
    if (cancellation.isCancelled()) {
      return;
    }
    try {
      Inspection _ = inspector.inspect(image, catalog, ProgressListener.NONE, cancellation);
    } catch (CancellationException _) {
      LOG.debug("{} was not read in time", image.reference());
    } catch (EngineException e) {
      LOG.info("{} cannot be read before it is removed", image.reference(), e);
    }
  }
}
