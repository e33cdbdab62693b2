package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.ui.base.TaskItem;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * The tasks that keep a window from closing. It may close as soon as none is left, whether they
 * came to their end or were cancelled: an install that is cut off would leave its container behind.
 * FX thread only.
 */
public final class ClosingModel {
  private final ObservableList<TaskItem> tasks;
  private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();

  /**
   * A model of those tasks.
   *
   * @param tasks all that have not ended; read, never changed
   */
  public ClosingModel(ObservableList<TaskItem> tasks) {
    this.tasks = tasks;
  }

  /** Whether nothing is under way. */
  public boolean isIdle() {
    return tasks.isEmpty();
  }

  /** What is under way, newest first. */
  List<TaskDescription> tasks() {
    return tasks.stream().map(item -> item.description()).toList();
  }

  /** Cancels all tasks; they end a little later. */
  void stop() {
    stopping.set(true);
    List.copyOf(tasks).forEach(TaskItem::cancel);
  }

  /** Whether the tasks were cancelled and are now awaited. */
  ReadOnlyBooleanProperty stoppingProperty() {
    return stopping.getReadOnlyProperty();
  }

  /**
   * Calls the listener each time the tasks have changed.
   *
   * @return stops calling it
   */
  Runnable onChange(Runnable listener) {
    ListChangeListener<TaskItem> changes = _ -> listener.run();
    tasks.addListener(changes);
    return () -> tasks.removeListener(changes);
  }
}
