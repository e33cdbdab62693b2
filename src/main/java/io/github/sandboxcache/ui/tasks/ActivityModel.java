package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.service.BackgroundTask;
import io.github.sandboxcache.service.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * All tasks of this run of the app, in three sections, newest first. Used on the window's thread
 * alone; a timer calls {@link #refresh} while there is something to follow.
 */
public final class ActivityModel {
  /** How many finished tasks are listed; older ones are dropped. */
  static final int MAX_FINISHED = 50;

  private final ObservableList<TaskEntry> running = FXCollections.observableArrayList();
  private final ObservableList<TaskEntry> failed = FXCollections.observableArrayList();
  private final ObservableList<TaskEntry> finished = FXCollections.observableArrayList();
  // Held, because a view that nobody holds is collected together with its listeners.
  private final ObservableList<TaskEntry> runningView =
      FXCollections.unmodifiableObservableList(running);
  private final ObservableList<TaskEntry> failedView =
      FXCollections.unmodifiableObservableList(failed);
  private final ObservableList<TaskEntry> finishedView =
      FXCollections.unmodifiableObservableList(finished);
  private final BooleanBinding busy = Bindings.isNotEmpty(running);

  /** Tasks that count down, wait or run. */
  public ObservableList<TaskEntry> running() {
    return runningView;
  }

  /** Tasks that broke off or did not do everything, until they are dismissed. */
  public ObservableList<TaskEntry> failed() {
    return failedView;
  }

  /** Tasks that are done, or were cancelled. */
  public ObservableList<TaskEntry> finished() {
    return finishedView;
  }

  /** Whether a task counts down, waits or runs. */
  public BooleanBinding busyProperty() {
    return busy;
  }

  /**
   * Follows a task from now on.
   *
   * @param retry starts the same anew; empty where that makes no sense
   */
  public TaskEntry add(BackgroundTask task, Optional<Runnable> retry, Instant now) {
    TaskEntry entry = new TaskEntry(task, retry, now);
    running.addFirst(entry);
    return entry;
  }

  /** Brings every task that had not ended up to date. */
  public void refresh(Instant now) {
    List<TaskEntry> followed = List.copyOf(running);
    followed.forEach(entry -> entry.refresh(now));
    followed.stream().filter(entry -> entry.stateProperty().get().isEnded()).forEach(this::settle);
  }

  /** The newest task that counts down and can be taken back. */
  public Optional<TaskEntry> counting() {
    return running.stream()
        .filter(entry -> entry.stateProperty().get() instanceof TaskState.Counting)
        .findFirst();
  }

  /** Forgets one ended task. */
  public void dismiss(TaskEntry entry) {
    failed.remove(entry);
    finished.remove(entry);
  }

  /** Forgets all that are done; failures stay. */
  public void clearFinished() {
    finished.clear();
  }

  private void settle(TaskEntry entry) {
    running.remove(entry);
    switch (entry.stateProperty().get()) {
      case TaskState.Incomplete _, TaskState.Failed _ -> failed.addFirst(entry);
      case TaskState.Succeeded _, TaskState.Cancelled _ -> {
        finished.addFirst(entry);
        if (finished.size() > MAX_FINISHED) {
          finished.removeLast();
        }
      }
      case TaskState.Counting _, TaskState.Queued _, TaskState.Running _ ->
          throw new IllegalStateException("has not ended: " + entry.description());
    }
  }
}
