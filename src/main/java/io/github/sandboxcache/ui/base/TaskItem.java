package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.service.BackgroundTask;
import io.github.sandboxcache.service.TaskState;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A background task as observable values of the FX thread; many changes make one update. */
public final class TaskItem {
  private final BackgroundTask task;
  private final ReadOnlyObjectWrapper<TaskState> state;
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private final AtomicBoolean planned = new AtomicBoolean();

  TaskItem(BackgroundTask task, UiThreads threads) {
    this.task = task;
    this.state = new ReadOnlyObjectWrapper<>(task.state());
    task.addListener(
        () -> {
          if (planned.compareAndSet(false, true)) {
            threads.ui().execute(this::update);
          }
        });
    // It runs already, and what came before the listener was there is told to nobody.
    state.set(task.state());
  }

  /** The task itself. */
  public BackgroundTask task() {
    return task;
  }

  /** Where it stands. */
  public ReadOnlyObjectProperty<TaskState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Grows with every change of state or output: then {@link BackgroundTask#lines} has more. */
  public ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  private void update() {
    planned.set(false);
    state.set(task.state());
    changes.set(changes.get() + 1);
  }
}
