package io.github.sandboxcache.ui.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;

/** The start of the toolkit on a thread of its own, beside everything else that a start takes. */
public final class ToolkitStart {
  private final CompletableFuture<Void> started = new CompletableFuture<>();

  private ToolkitStart() {}

  /** Begins; returns at once. */
  public static ToolkitStart begin() {
    ToolkitStart start = new ToolkitStart();
    Thread.ofPlatform().daemon().name("start-toolkit").start(start::startUp);
    return start;
  }

  private void startUp() {
    try {
      Platform.startup(() -> started.complete(null));
    } catch (RuntimeException | LinkageError e) {
      started.completeExceptionally(e);
    }
  }

  /**
   * Runs that on the FX thread as soon as there is one.
   *
   * @throws UnsupportedOperationException when there is no display
   * @throws LinkageError when a library of the system is missing
   * @throws InterruptedException when the waiting thread is interrupted
   */
  void run(Runnable action) throws InterruptedException {
    try {
      var _ = started.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException unchecked -> throw unchecked;
        case Error error -> throw error;
        case null, default -> throw new CompletionException(e);
      }
    }
    Platform.runLater(action);
  }
}
