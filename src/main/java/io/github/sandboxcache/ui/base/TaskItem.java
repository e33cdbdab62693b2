package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.removal.RemovalReport;
import io.github.sandboxcache.domain.task.TaskResult;
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
 * A background task as the window sees it. However often the task reports, its item changes only a
 * few times per second. FX thread only.
 */
public final class TaskItem {
  private final BackgroundTask task;
  private final Start start;
  private final ReadOnlyObjectWrapper<TaskState> state;
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final AtomicBoolean planned = new AtomicBoolean();

  /**
   * How a task was started.
   *
   * @param at when, UTC
   * @param retry starts the same task again; empty if it cannot be retried
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

  /** Returns what the task is about. */
  public TaskDescription description() {
    return task.description();
  }

  /** The state of the task. */
  public ReadOnlyObjectProperty<TaskState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Returns the state of the task. */
  public TaskState state() {
    return state.get();
  }

  /** Increases with every change of state or output; then {@link #lines} may have more. */
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** Returns the last lines of its output, oldest first. Untrusted text. */
  public List<String> lines() {
    return task.lines();
  }

  /** Returns when it was started, UTC. */
  public Instant startedAt() {
    return start.at();
  }

  /** Returns what starts the same task again; empty if it cannot be retried. */
  public Optional<Runnable> retry() {
    return start.retry();
  }

  /** Asks the task to stop. If it still counts down, nothing has been done and nothing will be. */
  public void cancel() {
    task.cancel();
  }

  /**
   * Returns the time until it starts; zero once it has started.
   *
   * @param now the current time, UTC
   */
  public Duration untilStart(Instant now) {
    return state.get() instanceof TaskState.Counting(Instant startsAt) && startsAt.isAfter(now)
        ? Duration.between(now, startsAt)
        : Duration.ZERO;
  }

  /** The images that it has removed; empty until it has ended, and when it removed none. */
  public List<CacheReference> removed() {
    TaskResult result =
        switch (state.get()) {
          case TaskState.Succeeded(Instant _, TaskResult whole) -> whole;
          case TaskState.Incomplete(Instant _, TaskResult partly) -> partly;
          default -> RemovalReport.NOTHING;
        };
    return result instanceof RemovalReport report
        ? report.removed().stream().map(CachedImage::reference).distinct().toList()
        : List.of();
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
