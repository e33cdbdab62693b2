package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.task.TaskResult;

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
