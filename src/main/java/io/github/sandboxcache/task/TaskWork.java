package io.github.sandboxcache.task;

/**
 * The work of a background task.
 *
 * @param <T> what it results in
 */
@FunctionalInterface
public interface TaskWork<T extends TaskResult> {
  /**
   * Does the work in a background thread.
   *
   * @throws Exception when it broke off; a {@link java.util.concurrent.CancellationException} after
   *     the cancellation
   */
  T run(ProgressListener listener, Cancellation cancellation) throws Exception;
}
