package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.service.BackgroundTask;
import io.github.sandboxcache.service.TaskRunner;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** All tasks that have not ended, newest first. FX thread only. */
public final class TaskList {
  private final ObservableList<TaskItem> items =
      FXCollections.observableArrayList(item -> new Observable[] {item.stateProperty()});

  // Held, because a view that nobody holds is collected together with its listeners.
  private final ObservableList<TaskItem> view = FXCollections.unmodifiableObservableList(items);

  /** Follows that runner; a task that ends counts the cache anew. */
  public TaskList(TaskRunner runner, CacheModel cache, UiThreads threads) {
    runner.onSubmit(task -> threads.ui().execute(() -> add(task, cache, threads)));
  }

  /** The tasks; changes of their states are changes of the list. */
  public ObservableList<TaskItem> items() {
    return view;
  }

  private void add(BackgroundTask task, CacheModel cache, UiThreads threads) {
    TaskItem item = new TaskItem(task, threads);
    if (item.stateProperty().get().isEnded()) {
      cache.recount();
      return;
    }
    item.stateProperty()
        .addListener(
            (_, _, state) -> {
              if (state.isEnded()) {
                items.remove(item);
                cache.recount();
              }
            });
    items.addFirst(item);
  }
}
