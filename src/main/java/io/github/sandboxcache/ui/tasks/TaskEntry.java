package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.service.BackgroundTask;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A background task as the window follows it. However often the task reports, the window sees at
 * most one change per {@link #refresh}. All but the task's own reports happens on the window's
 * thread.
 */
public final class TaskEntry {
  private final BackgroundTask task;
  private final Optional<Runnable> retry;
  private final AtomicBoolean changed = new AtomicBoolean(true);
  private final ReadOnlyObjectWrapper<TaskState> state;
  private final ReadOnlyObjectWrapper<Instant> now;
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();

  TaskEntry(BackgroundTask task, Optional<Runnable> retry, Instant now) {
    this.task = task;
    this.retry = retry;
    this.state = new ReadOnlyObjectWrapper<>(task.state());
    this.now = new ReadOnlyObjectWrapper<>(now);
    task.addListener(() -> changed.set(true));
  }

  /** What the task is about. */
  public TaskDescription description() {
    return task.description();
  }

  /** Where the task stood at the last refresh. */
  public ReadOnlyObjectProperty<TaskState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The time of the last refresh, UTC. */
  public ReadOnlyObjectProperty<Instant> nowProperty() {
    return now.getReadOnlyProperty();
  }

  /** Grows whenever state or output changed since the refresh before. */
  public ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** The last lines of its output, oldest first. Untrusted text. */
  public List<String> lines() {
    return task.lines();
  }

  /** Asks the task to stop; during its countdown that takes it back. */
  public void cancel() {
    task.cancel();
  }

  /** Starts the same anew, where that makes sense. */
  public Optional<Runnable> retry() {
    return retry;
  }

  /** Time until it starts, zero once it has. */
  public Duration untilStart() {
    return state.get() instanceof TaskState.Counting(Instant startsAt)
            && startsAt.isAfter(now.get())
        ? Duration.between(now.get(), startsAt)
        : Duration.ZERO;
  }

  boolean isAbout(BackgroundTask other) {
    return task.equals(other);
  }

  void refresh(Instant time) {
    boolean fresh = changed.getAndSet(false);
    now.set(time);
    if (fresh) {
      state.set(task.state());
      revision.set(revision.get() + 1);
    }
  }
}
