package io.github.sandboxcache.ui.base;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

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
    Executor ui = UiThreads::onFxThread;
    return new UiThreads(
        ui,
        work -> Thread.ofVirtual().name("ui-background").start(work),
        CompletableFuture.delayedExecutor(GATHERING_MILLIS, TimeUnit.MILLISECONDS, ui));
  }

  private static void onFxThread(Runnable action) {
    if (Platform.isFxApplicationThread()) {
      action.run();
    } else {
      Platform.runLater(action);
    }
  }

  /**
   * Works something out in the background, for the FX thread.
   *
   * @param result is given what came of it
   */
  public <T> void compute(Supplier<T> work, Consumer<T> result) {
    background.execute(
        () -> {
          T done = work.get();
          ui.execute(() -> result.accept(done));
        });
  }
}
