package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.history.PlannedImage.ToMake;
import io.github.sandboxcache.service.BackgroundTask;
import io.github.sandboxcache.service.TaskState;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/**
 * All tasks since the app was started, in three sections, newest first. All parts of the window
 * that show tasks use this one list. FX thread only.
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
  private final ObservableSet<TaskItem> newFailures = FXCollections.observableSet();
  private final ObservableSet<String> removing = FXCollections.observableSet();

  // Held, because a view that nobody holds is collected together with its listeners.
  private final ObservableList<TaskItem> runningView =
      FXCollections.unmodifiableObservableList(running);
  private final ObservableList<TaskItem> failedView =
      FXCollections.unmodifiableObservableList(failed);
  private final ObservableList<TaskItem> finishedView =
      FXCollections.unmodifiableObservableList(finished);
  private final ObservableSet<TaskItem> newFailuresView =
      FXCollections.unmodifiableObservableSet(newFailures);
  private final ObservableSet<String> removingView =
      FXCollections.unmodifiableObservableSet(removing);

  /**
   * Creates a model without tasks.
   *
   * @param clock tells when tasks start
   * @param onEnd called each time a task has ended
   */
  public TasksModel(InstantSource clock, UiThreads threads, Runnable onEnd) {
    this.clock = clock;
    this.threads = threads;
    this.onEnd = onEnd;
  }

  /** Tasks that count down, wait or run; a change of a task's state is a change of the list. */
  public ObservableList<TaskItem> running() {
    return runningView;
  }

  /** Tasks that failed or did not do everything, until they are dismissed. */
  public ObservableList<TaskItem> failed() {
    return failedView;
  }

  /** Of the failed tasks those that nobody has looked at. */
  public ObservableSet<TaskItem> newFailures() {
    return newFailuresView;
  }

  /** Says that all failures have been looked at. */
  public void lookedAtFailures() {
    newFailures.clear();
  }

  /** Tasks that succeeded or were cancelled. */
  public ObservableList<TaskItem> finished() {
    return finishedView;
  }

  /** References, as the engine writes them, of images that unfinished tasks remove. */
  public ObservableSet<String> removing() {
    return removingView;
  }

  /** The images that unfinished tasks make. */
  public Set<CacheReference> installing() {
    return running.stream()
        .map(TaskItem::description)
        .flatMap(about -> about.makes().stream())
        .map(ToMake::reference)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Adds a task and follows it from now on.
   *
   * @param retry starts the same task again; empty if it cannot be retried
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

  /** Returns the newest task that counts down and can be undone. */
  public Optional<TaskItem> counting() {
    return running.stream().filter(item -> item.state() instanceof TaskState.Counting).findFirst();
  }

  /** Drops one ended task from the list. */
  public void dismiss(TaskItem item) {
    failed.remove(item);
    newFailures.remove(item);
    finished.remove(item);
  }

  /** Drops all finished tasks from the list; failures are kept. */
  public void clearFinished() {
    finished.clear();
  }

  private void settle(TaskItem item) {
    running.remove(item);
    switch (item.state()) {
      case TaskState.Incomplete _, TaskState.Failed _ -> {
        addEnded(failed, item);
        newFailures.add(item);
        newFailures.retainAll(failed);
      }
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
