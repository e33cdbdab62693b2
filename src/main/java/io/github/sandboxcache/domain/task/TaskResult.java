package io.github.sandboxcache.domain.task;

/** What a task came to when it ran to its end. */
public interface TaskResult {
  /** Whether all of it was done; a result that is not successful says itself what failed. */
  boolean successful();
}
