package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.service.BackgroundTask;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A background task as the window follows it. However often the task reports, the window sees only
 * a few changes a second. FX thread only.
 */
public final class TaskItem {
  private final BackgroundTask task;
  private final Start start;
  private final ReadOnlyObjectWrapper<TaskState> state;
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final AtomicBoolean planned = new AtomicBoolean();

  /**
   * What the window knows of a task's start.
   *
   * @param at when it was, UTC
   * @param retry starts the same anew; empty where that makes no sense
   * @param removes the references, as the engine writes them, of the images that it removes
   */
  record Start(Instant at, Optional<Runnable> retry, Set<String> removes) {
    Start {
      removes = Set.copyOf(removes);
    }
  }

  TaskItem(BackgroundTask task, Start start, UiThreads threads) {
    this.task = task;
    this.start = start;
    this.state = new ReadOnlyObjectWrapper<>(task.state());
    task.addListener(
        () -> {
          if (planned.compareAndSet(false, true)) {
            threads.gathering().execute(this::update);
          }
        });
    // It runs already, and nobody is told what came before the listener was there.
    state.set(task.state());
  }

  /** What the task is about. */
  public TaskDescription description() {
    return task.description();
  }

  /** Where the task stands. */
  public ReadOnlyObjectProperty<TaskState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Where the task stands. */
  public TaskState state() {
    return state.get();
  }

  /** Grows with every change of state or output: then {@link #lines} has more. */
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** The last lines of its output, oldest first. Untrusted text. */
  public List<String> lines() {
    return task.lines();
  }

  /** When it was started, UTC. */
  public Instant startedAt() {
    return start.at();
  }

  /** Starts the same anew, where that makes sense. */
  public Optional<Runnable> retry() {
    return start.retry();
  }

  /** Asks the task to stop; during its countdown nothing has been done and nothing will be. */
  public void cancel() {
    task.cancel();
  }

  /**
   * Time until it starts, zero once it has.
   *
   * @param now the time, UTC
   */
  public Duration untilStart(Instant now) {
    return state.get() instanceof TaskState.Counting(Instant startsAt) && startsAt.isAfter(now)
        ? Duration.between(now, startsAt)
        : Duration.ZERO;
  }

  Set<String> removes() {
    return start.removes();
  }

  void trimLines(int max) {
    task.trimLines(max);
  }

  private void update() {
    planned.set(false);
    state.set(task.state());
    revision.set(revision.get() + 1);
  }
}
