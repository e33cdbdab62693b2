package io.github.sandboxcache.ui.model;

import io.github.sandboxcache.task.BackgroundTask;
import io.github.sandboxcache.task.TaskRunner;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** All tasks since the start that nobody has dismissed, newest first. FX thread only. */
public final class TaskList {
  private final ObservableList<TaskItem> items =
      FXCollections.observableArrayList(item -> new Observable[] {item.stateProperty()});

  /** Follows that runner; a task that ends counts the cache anew. */
  public TaskList(TaskRunner runner, CacheModel cache, UiThreads threads) {
    runner.onSubmit(task -> threads.ui().execute(() -> add(task, cache, threads)));
  }

  /** The tasks; changes of their states are changes of the list. */
  public ObservableList<TaskItem> items() {
    return FXCollections.unmodifiableObservableList(items);
  }

  /** Takes ended tasks away; others stay. */
  public void dismiss(TaskItem item) {
    if (item.stateProperty().get().isEnded()) {
      items.remove(item);
    }
  }

  private void add(BackgroundTask task, CacheModel cache, UiThreads threads) {
    TaskItem item = new TaskItem(task, threads);
    item.stateProperty()
        .addListener(
            (_, _, state) -> {
              if (state.isEnded()) {
                cache.recount();
              }
            });
    items.addFirst(item);
  }
}
