package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.TaskResult;
import java.time.Instant;
import java.util.Optional;

/** Where a background task stands. */
public sealed interface TaskState {
  /** Whether nothing more will happen. */
  default boolean isEnded() {
    return switch (this) {
      case Counting _, Queued _, Running _ -> false;
      case Succeeded _, Incomplete _, Failed _, Cancelled _ -> true;
    };
  }

  /** When it ended, UTC; empty while it has not. */
  default Optional<Instant> endedAt() {
    return switch (this) {
      case Counting _, Queued _, Running _ -> Optional.empty();
      case Succeeded(Instant at, _) -> Optional.of(at);
      case Incomplete(Instant at, _) -> Optional.of(at);
      case Failed(Instant at, _) -> Optional.of(at);
      case Cancelled(Instant at, _) -> Optional.of(at);
    };
  }

  /**
   * Counts down and can still be taken back; nothing has been done.
   *
   * @param startsAt when it will start, UTC
   */
  record Counting(Instant startsAt) implements TaskState {}

  /** Waits for its turn. */
  record Queued() implements TaskState {}

  /**
   * Runs.
   *
   * @param since when it started, UTC
   * @param progress how far it is
   */
  record Running(Instant since, Progress progress) implements TaskState {}

  /**
   * All done.
   *
   * @param at when it ended, UTC
   * @param result what came of it
   */
  record Succeeded(Instant at, TaskResult result) implements TaskState {}

  /**
   * Ran to its end, but not all of it was done; the result says what failed.
   *
   * @param at when it ended, UTC
   * @param result what came of it
   */
  record Incomplete(Instant at, TaskResult result) implements TaskState {}

  /**
   * Broke off.
   *
   * @param at when it ended, UTC
   * @param cause why
   */
  record Failed(Instant at, Exception cause) implements TaskState {}

  /**
   * Somebody cancelled it.
   *
   * @param at when it ended, UTC
   * @param beforeStart whether nothing had been done
   */
  record Cancelled(Instant at, boolean beforeStart) implements TaskState {}
}
