package io.github.sandboxcache.ui.base;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Where view models work.
 *
 * @param ui the FX thread, or in tests the calling thread
 * @param background for everything that may take longer than a frame
 * @param gathering the FX thread a moment later, so that changes in quick succession become one
 */
public record UiThreads(Executor ui, Executor background, Executor gathering) {
  /** Faster than this nobody reads. */
  private static final int GATHERING_MILLIS = 50;

  /** Without a moment's delay. */
  public UiThreads(Executor ui, Executor background) {
    this(ui, background, ui);
  }

  /** The FX thread, and virtual threads for the rest. */
  public static UiThreads ofToolkit() {
    Executor ui = new FxExecutor();
    return new UiThreads(
        ui,
        work -> Thread.ofVirtual().name("ui-background").start(work),
        CompletableFuture.delayedExecutor(GATHERING_MILLIS, TimeUnit.MILLISECONDS, ui));
  }

  /** Everything at once in the calling thread, for tests. */
  public static UiThreads direct() {
    return new UiThreads(Runnable::run, Runnable::run);
  }
}
