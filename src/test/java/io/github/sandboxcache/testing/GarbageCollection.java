package io.github.sandboxcache.testing;

import java.lang.ref.WeakReference;
import java.time.Duration;

/**
 * Has the garbage collector take what nobody holds, for tests of what must stay and what must go.
 */
public final class GarbageCollection {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private GarbageCollection() {}

  /** Returns once all has been taken that could be taken when it was called. */
  public static void force() {
    WeakReference<Object> canary = new WeakReference<>(new Object());
    awaitTaken(canary, () -> {});
  }

  /**
   * Returns once that has been taken.
   *
   * @param meanwhile lets others let go of it, between one collection and the next
   * @throws AssertionError when somebody keeps it
   */
  public static void awaitTaken(WeakReference<?> canary, Runnable meanwhile) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (canary.get() != null) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("somebody keeps " + canary.get());
      }
      meanwhile.run();
      System.gc();
    }
  }
}
