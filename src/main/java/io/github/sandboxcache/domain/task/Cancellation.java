package io.github.sandboxcache.domain.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Says once, and for good, that somebody no longer wants a task's result. Thread-safe. */
public final class Cancellation {
  private final Object lock = new Object();
  private final List<Runnable> actions = new ArrayList<>();
  private boolean cancelled;

  /** Cancels; runs the registered actions in the calling thread. A second call does nothing. */
  public void cancel() {
    List<Runnable> toRun;
    synchronized (lock) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      toRun = List.copyOf(actions);
      actions.clear();
    }
    toRun.forEach(Runnable::run);
  }

  /** Whether it was cancelled. */
  public boolean isCancelled() {
    synchronized (lock) {
      return cancelled;
    }
  }

  /** Throws {@link CancellationException} when it was cancelled. */
  public void throwIfCancelled() {
    if (isCancelled()) {
      throw new CancellationException("cancelled");
    }
  }

  /**
   * Runs an action when it is cancelled, at once if it was already.
   *
   * @return takes the action back
   */
  public Registration onCancel(Runnable action) {
    synchronized (lock) {
      if (!cancelled) {
        actions.add(action);
        return () -> unregister(action);
      }
    }
    action.run();
    return () -> {};
  }

  private void unregister(Runnable action) {
    synchronized (lock) {
      actions.remove(action);
    }
  }

  /** A registered action, for try-with-resources. */
  public interface Registration extends AutoCloseable {
    /** Takes the action back; it will not run any more. */
    @Override
    void close();
  }
}
