package io.github.sandboxcache.removal;

import io.github.sandboxcache.catalog.CachedImage;
import io.github.sandboxcache.catalog.Catalog;
import io.github.sandboxcache.pins.PinStore;
import io.github.sandboxcache.port.ContainerEngine;
import io.github.sandboxcache.task.Cancellation;
import io.github.sandboxcache.task.ProgressListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Carries a removal plan out, image by image, a few at once. Each image is looked at again just
 * before its reference is removed; a failure on one never stops the others. Thread-safe.
 */
public final class Remover {
  /** Measured: more at once gains nothing on any image store. */
  public static final int CONCURRENCY = 8;

  private final ContainerEngine engine;
  private final Supplier<Catalog> latest;
  private final PinStore pins;

  /**
   * A remover for one engine.
   *
   * @param latest the newest catalog there is, asked for each image; shows children made since the
   *     plan
   * @param pins asked for each image; shows pins set since the plan
   */
  public Remover(ContainerEngine engine, Supplier<Catalog> latest, PinStore pins) {
    this.engine = engine;
    this.latest = latest;
    this.pins = pins;
  }

  /**
   * Removes what the plan names and nothing else. Waits until all is done; never throws for a
   * single image.
   *
   * @param cancellation images whose turn had not come stay
   */
  public RemovalReport remove(
      RemovalPlan plan, ProgressListener listener, Cancellation cancellation) {
    RemovalRun run = new RemovalRun(engine, latest, pins, plan, listener, cancellation);
    // Not virtual ones: they wait for the engine by a thread that delays the end of a process.
    try (ExecutorService workers =
        Executors.newFixedThreadPool(CONCURRENCY, Thread.ofPlatform().daemon().factory())) {
      for (List<CachedImage> wave : waves(plan.removals())) {
        List<Future<?>> pending = new ArrayList<>();
        wave.forEach(image -> pending.add(workers.submit(() -> run.remove(image))));
        pending.forEach(Remover::join);
      }
    }
    return run.report();
  }

  /** Images in one wave have no parent link among each other; children come in earlier waves. */
  private static Iterable<List<CachedImage>> waves(List<CachedImage> childrenFirst) {
    Map<String, Integer> heights = new HashMap<>();
    Map<Integer, List<CachedImage>> waves = new TreeMap<>();
    for (CachedImage image : childrenFirst) {
      int height = heights.getOrDefault(image.image().id(), 0);
      waves.computeIfAbsent(height, _ -> new ArrayList<>()).add(image);
      image.image().parentId().ifPresent(p -> heights.merge(p, height + 1, Math::max));
    }
    return waves.values();
  }

  private static void join(Future<?> pending) {
    try {
      pending.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("a removal was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a removal ended unexpectedly", e.getCause());
    }
  }
}
