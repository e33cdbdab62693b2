package io.github.sandboxcache.ui.base;

import java.util.concurrent.Executor;

/**
 * Where view models work.
 *
 * @param ui the FX thread, or in tests the calling thread
 * @param background for everything that may take longer than a frame
 */
public record UiThreads(Executor ui, Executor background) {
  /** The FX thread, and virtual threads for the rest. */
  public static UiThreads ofToolkit() {
    return new UiThreads(
        new FxExecutor(), work -> Thread.ofVirtual().name("ui-background").start(work));
  }

  /** Everything at once in the calling thread, for tests. */
  public static UiThreads direct() {
    return new UiThreads(Runnable::run, Runnable::run);
  }
}
