package io.github.sandboxcache.domain.task;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Something that is worked out while somebody waits for something else. Whoever asks for it waits
 * until it is there; a failure is thrown then, each time.
 *
 * @param <T> what is worked out
 */
public final class Meanwhile<T> implements Supplier<T> {
  private final FutureTask<T> task;

  private Meanwhile(FutureTask<T> task) {
    this.task = task;
  }

  /**
   * Begins on a thread of its own that keeps no process alive.
   *
   * @param name the thread's
   */
  public static <T> Meanwhile<T> begin(String name, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().name(name).start(task);
    return new Meanwhile<>(task);
  }

  /**
   * What was worked out.
   *
   * @throws RuntimeException what the work threw
   * @throws CancellationException when this thread is interrupted meanwhile
   */
  @Override
  public T get() {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException problem
          ? problem
          : new IllegalStateException("what was begun ended unexpectedly", e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for what was begun");
    }
  }
}
