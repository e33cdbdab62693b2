package io.github.sandboxcache.bench.engine;

import io.github.sandboxcache.bench.report.Figure;
import io.github.sandboxcache.bench.report.Spread;
import io.github.sandboxcache.bench.report.Unit;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.RemovalJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * How long something that changes an image may go unseen: from the answer to the last look at the
 * image until the engine says that it is gone. Its family is asked for right after that look.
 */
final class Gap implements RemovalJournal<CachedImage>, Supplier<Catalog> {
  private final Catalog catalog;
  private final Map<Thread, Long> lookedAt = new ConcurrentHashMap<>();
  private final List<Double> gaps = new ArrayList<>();

  Gap(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Catalog get() {
    lookedAt.put(Thread.currentThread(), System.nanoTime());
    return catalog;
  }

  @Override
  public void asking(CachedImage image) {}

  @Override
  public synchronized void removed(CachedImage image) {
    long look = Objects.requireNonNull(lookedAt.get(Thread.currentThread()), "no look before");
    gaps.add((System.nanoTime() - look) / 1e6);
  }

  @Override
  public void kept(CachedImage image, KeepReason reason) {}

  @Override
  public void failed(CachedImage image, String words) {}

  @Override
  public void unknown(CachedImage image, String words) {}

  synchronized Figure figure() {
    return Figure.of("from the last look at an image to its removal", Unit.MS, Spread.of(gaps));
  }
}
