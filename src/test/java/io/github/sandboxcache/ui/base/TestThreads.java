package io.github.sandboxcache.ui.base;

/** Threads for tests. */
public final class TestThreads {
  private TestThreads() {}

  /** Everything at once in the calling thread. */
  public static UiThreads direct() {
    return new UiThreads(Runnable::run, Runnable::run);
  }
}
