package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Carries out a removal plan, image by image, several at once. Checks each image again just before
 * its reference is removed; a failure of one never stops the others. Thread-safe.
 */
public final class Remover {
  /** How many images are removed at once. Measured: more is no faster on any image store. */
  public static final int CONCURRENCY = 8;

  /** So long a cancelled run waits for what the engine is at. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final long POLL_MS = 50;

  private final ContainerEngine engine;
  private final Supplier<Catalog> latest;
  private final PinStore pins;
  private final RemovalJournal<CachedImage> journal;
  private final Predicate<CachedImage> usedMeanwhile;
  private final Optional<Consumer<CachedImage>> archiving;

  /**
   * Creates a remover for one engine.
   *
   * @param latest what the engine has now, asked for each image; includes children made since the
   *     plan
   * @param pins asked for each image; includes pins set since the plan
   * @param journal told of each removal before the engine is
   * @param usedMeanwhile whether an image was used since the plan, and stays for that; asked for
   *     each image
   * @param archiving keeps an archive of an image that is about to be removed, if so wished; throws
   *     an {@link io.github.sandboxcache.domain.archives.ArchiveException} where it cannot, and
   *     then the image stays
   */
  public Remover(
      ContainerEngine engine,
      Supplier<Catalog> latest,
      PinStore pins,
      RemovalJournal<CachedImage> journal,
      Predicate<CachedImage> usedMeanwhile,
      Optional<Consumer<CachedImage>> archiving) {
    this.engine = engine;
    this.latest = latest;
    this.pins = pins;
    this.journal = journal;
    this.usedMeanwhile = usedMeanwhile;
    this.archiving = archiving;
  }

  /**
   * Removes what the plan names and nothing else. Waits until everything is done; never throws
   * because of a single image.
   *
   * @param cancellation keeps all images that are not being removed yet; waits only briefly for
   *     those that are
   */
  public RemovalReport remove(
      RemovalPlan plan, ProgressListener listener, Cancellation cancellation) {
    RemovalOutcomes outcomes = new RemovalOutcomes(plan, listener);
    SecondLook look = new SecondLook(engine, latest, pins, usedMeanwhile);
    RemovalRun run = new RemovalRun(engine, look, archiving, journal, outcomes, cancellation);
    // Not virtual ones: they wait for the engine by a thread that delays the end of a process.
    ExecutorService workers =
        Executors.newFixedThreadPool(concurrency(), Thread.ofPlatform().daemon().factory());
    try {
      for (Collection<List<CachedImage>> wave : waves(plan.removals())) {
        CountDownLatch left = new CountDownLatch(wave.size());
        for (List<CachedImage> names : wave) {
          workers.execute(
              () -> {
                try {
                  run.remove(names);
                } finally {
                  left.countDown();
                }
              });
        }
        if (!awaitEnd(left, cancellation)) {
          break;
        }
      }
    } finally {
      workers.shutdown();
    }
    return outcomes.report();
  }

  /** Who has to list images before each removal cannot do so while others vanish from the list. */
  private int concurrency() {
    return engine.announcesImages() ? CONCURRENCY : 1;
  }

  /**
   * Images in one wave have no parent link among each other; children come in earlier waves. The
   * names of one image stay together.
   */
  private static List<Collection<List<CachedImage>>> waves(List<CachedImage> childrenFirst) {
    Map<String, Integer> heights = new HashMap<>();
    Map<Integer, Map<String, List<CachedImage>>> waves = new TreeMap<>();
    for (CachedImage image : childrenFirst) {
      String id = image.image().id();
      int height = heights.getOrDefault(id, 0);
      waves
          .computeIfAbsent(height, _ -> new LinkedHashMap<>())
          .computeIfAbsent(id, _ -> new ArrayList<>())
          .add(image);
      image.image().parentId().ifPresent(p -> heights.merge(p, height + 1, Math::max));
    }
    return waves.values().stream().map(Map::values).toList();
  }

  private static boolean awaitEnd(CountDownLatch left, Cancellation cancellation) {
    long patience = GRACE.toMillis();
    try {
      while (!left.await(POLL_MS, TimeUnit.MILLISECONDS)) {
        if (cancellation.isCancelled()) {
          patience -= POLL_MS;
          if (patience <= 0) {
            return false;
          }
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("a removal was interrupted", e);
    }
  }
}
