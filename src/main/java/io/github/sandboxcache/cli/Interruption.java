package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.task.Cancellation;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What ends a verb before its time, turned into a cancellation: Ctrl+C, and whatever else asks the
 * process to end. While this is open, the end waits until the verb has cleaned up and said what it
 * did, but not for ever. The exit code is then the one that the JVM gives for the signal: 130, 143
 * or 129.
 */
final class Interruption implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CountDownLatch done = new CountDownLatch(1);
  private final Cancellation cancellation;
  private final Optional<Thread> hook;

  Interruption() {
    this.cancellation = new Cancellation();
    Thread waiting = new Thread(this::cancelAndWait, "interruption");
    this.hook = Optional.of(waiting);
    Runtime.getRuntime().addShutdownHook(waiting);
  }

  /** By somebody who cancels it, and who sees to it that the process waits. */
  Interruption(Cancellation cancellation) {
    this.cancellation = cancellation;
    this.hook = Optional.empty();
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /**
   * Waits for something that cannot be cancelled, such as a frozen engine, until it is there or
   * nobody wants it any more.
   *
   * @throws CancellationException on an interruption; the work may go on until the process ends
   */
  <T> T await(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread.ofPlatform().daemon().name("awaited").start(() -> complete(result, work));
    CancellationException interrupted = new CancellationException("interrupted");
    try (var _ = cancellation.onCancel(() -> result.completeExceptionally(interrupted))) {
      return result.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException problem ? problem : e;
    }
  }

  private static <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
    try {
      result.complete(work.get());
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      hook.ifPresent(Runtime.getRuntime()::removeShutdownHook);
    } catch (IllegalStateException _) {
      // The process is ending already; the hook has just been let go.
    }
  }

  private void cancelAndWait() {
    cancellation.cancel();
    try {
      boolean _ = done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
