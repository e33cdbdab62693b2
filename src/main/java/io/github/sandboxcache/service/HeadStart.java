package io.github.sandboxcache.service;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Begins a work before it is asked for, so that its result is there when it is. Thread-safe.
 *
 * @param <K> what the work is about
 * @param <V> what comes of it
 */
public final class HeadStart<K, V> {
  private final Function<K, V> work;
  private final Consumer<V> discard;
  private final AtomicReference<Optional<Begun<K, V>>> begun =
      new AtomicReference<>(Optional.empty());

  private record Begun<K, V>(K about, CompletableFuture<V> result) {}

  /**
   * For that work.
   *
   * @param discard lets go of a result that nobody asked for
   */
  public HeadStart(Function<K, V> work, Consumer<V> discard) {
    this.work = work;
    this.discard = discard;
  }

  /** Begins what {@link #get} about the same will then wait for. */
  public void begin(K about, Executor background) {
    begun.set(
        Optional.of(
            new Begun<>(
                about, CompletableFuture.supplyAsync(() -> work.apply(about), background))));
  }

  /**
   * The result: of what was begun, once, when that is about the same; else of the work done now.
   * What goes wrong in the background is thrown as it would be here.
   */
  public V get(K about) {
    Optional<Begun<K, V>> early = begun.getAndSet(Optional.empty());
    if (early.isEmpty()) {
      return work.apply(about);
    }
    if (early.get().about().equals(about)) {
      return result(early.get());
    }
    var _ = early.get().result().thenAccept(discard);
    return work.apply(about);
  }

  private static <V> V result(Begun<?, V> begun) {
    try {
      return begun.result().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException problem ? problem : e;
    }
  }
}
