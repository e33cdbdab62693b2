package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.service.BackgroundTask;
import io.github.sandboxcache.service.TaskState;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/**
 * All tasks of this run of the app, in three sections, newest first, for all parts of the window
 * that show tasks. FX thread only.
 */
public final class TasksModel {
  /** How many ended tasks a section lists; older ones are dropped. */
  static final int MAX_ENDED = 50;

  /** How many lines of output are kept of a task that is done. */
  static final int MAX_LINES_OF_DONE = 100;

  private final InstantSource clock;
  private final UiThreads threads;
  private final Runnable onEnd;
  private final ObservableList<TaskItem> running =
      FXCollections.observableArrayList(item -> new Observable[] {item.stateProperty()});
  private final ObservableList<TaskItem> failed = FXCollections.observableArrayList();
  private final ObservableList<TaskItem> finished = FXCollections.observableArrayList();
  private final ObservableSet<String> removing = FXCollections.observableSet();

  // Held, because a view that nobody holds is collected together with its listeners.
  private final ObservableList<TaskItem> runningView =
      FXCollections.unmodifiableObservableList(running);
  private final ObservableList<TaskItem> failedView =
      FXCollections.unmodifiableObservableList(failed);
  private final ObservableList<TaskItem> finishedView =
      FXCollections.unmodifiableObservableList(finished);
  private final ObservableSet<String> removingView =
      FXCollections.unmodifiableObservableSet(removing);

  /**
   * No tasks so far.
   *
   * @param clock tells when tasks are started
   * @param onEnd called after each task that has ended
   */
  public TasksModel(InstantSource clock, UiThreads threads, Runnable onEnd) {
    this.clock = clock;
    this.threads = threads;
    this.onEnd = onEnd;
  }

  /** Tasks that count down, wait or run; a change of one's state is a change of the list. */
  public ObservableList<TaskItem> running() {
    return runningView;
  }

  /** Tasks that broke off or did not do everything, until they are dismissed. */
  public ObservableList<TaskItem> failed() {
    return failedView;
  }

  /** Tasks that are done, or were cancelled. */
  public ObservableList<TaskItem> finished() {
    return finishedView;
  }

  /** References, as the engine writes them, of images that tasks which have not ended remove. */
  public ObservableSet<String> removing() {
    return removingView;
  }

  /**
   * Follows a task from now on.
   *
   * @param retry starts the same anew; empty where that makes no sense
   * @param removes the references, as the engine writes them, of the images that it removes
   */
  public TaskItem add(BackgroundTask task, Optional<Runnable> retry, Set<String> removes) {
    TaskItem item =
        new TaskItem(task, new TaskItem.Start(clock.instant(), retry, removes), threads);
    running.addFirst(item);
    removing.addAll(removes);
    if (item.state().isEnded()) {
      settle(item);
    } else {
      item.stateProperty().addListener(settlesOnce(item));
    }
    return item;
  }

  private ChangeListener<TaskState> settlesOnce(TaskItem item) {
    return (_, before, state) -> {
      if (state.isEnded() && !before.isEnded()) {
        settle(item);
      }
    };
  }

  /** The newest task that counts down and can be undone. */
  public Optional<TaskItem> counting() {
    return running.stream().filter(item -> item.state() instanceof TaskState.Counting).findFirst();
  }

  /** Forgets one ended task. */
  public void dismiss(TaskItem item) {
    failed.remove(item);
    finished.remove(item);
  }

  /** Forgets all that are done; failures stay. */
  public void clearFinished() {
    finished.clear();
  }

  private void settle(TaskItem item) {
    running.remove(item);
    switch (item.state()) {
      case TaskState.Incomplete _, TaskState.Failed _ -> addEnded(failed, item);
      case TaskState.Succeeded _, TaskState.Cancelled _ -> {
        item.trimLines(MAX_LINES_OF_DONE);
        addEnded(finished, item);
      }
      case TaskState.Counting _, TaskState.Queued _, TaskState.Running _ ->
          throw new IllegalStateException("has not ended: " + item.description());
    }
    Set<String> left = new HashSet<>();
    running.forEach(other -> left.addAll(other.removes()));
    removing.retainAll(left);
    onEnd.run();
  }

  private static void addEnded(ObservableList<TaskItem> section, TaskItem item) {
    section.addFirst(item);
    if (section.size() > MAX_ENDED) {
      section.removeLast();
    }
  }
}
