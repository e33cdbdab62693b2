package io.github.sandboxcache.ui.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The JavaFX toolkit on the headless platform, started once for all tests. */
public final class Toolkit {
  private static final long PATIENCE_SECONDS = 60;

  private Toolkit() {}

  /** Runs that on the FX thread, at once when called from it, and waits for what it gives. */
  public static <T> T call(Callable<T> action) {
    FutureTask<T> task = new FutureTask<>(action);
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      start();
      Platform.runLater(task);
    }
    return await(task);
  }

  /** Runs that on the FX thread and waits until it is done. */
  public static void run(Runnable action) {
    call(
        () -> {
          action.run();
          return true;
        });
  }

  /** Waits for so many frames, in which the toolkit applies styles, lays out and paints. */
  public static void frames(int count) {
    start();
    CountDownLatch left = new CountDownLatch(count);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            Platform.requestNextPulse();
            left.countDown();
          }
        };
    run(timer::start);
    try {
      if (!left.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the toolkit paints no frames");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      run(timer::stop);
    }
  }

  /** Waits until that holds on the FX thread. */
  public static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!call(condition::getAsBoolean)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it did not come true");
      }
      frames(1);
    }
  }

  /** Waits until that window has the keyboard, which one of an earlier test may have kept. */
  public static void focus(Stage stage) {
    until(
        () -> {
          stage.requestFocus();
          return stage.isFocused();
        });
  }

  private static void start() {
    try {
      CountDownLatch started = new CountDownLatch(1);
      Platform.startup(started::countDown);
      if (!started.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the toolkit does not start");
      }
      Platform.setImplicitExit(false);
    } catch (IllegalStateException _) {
      // It runs since an earlier test.
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T await(FutureTask<T> task) {
    try {
      return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}
