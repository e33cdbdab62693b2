package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.task.Cancellation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One piece of work in the background, as the window shows it: its state, its last lines of output,
 * and the way to cancel it. Thread-safe; listeners are called from the thread that changed it.
 */
public final class BackgroundTask {
  /** How many lines of output are kept; older ones are dropped. */
  public static final int MAX_LINES = 2000;

  private final TaskDescription description;
  private final Cancellation cancellation = new Cancellation();
  private final CompletableFuture<TaskState> ended = new CompletableFuture<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Deque<String> lines = new ArrayDeque<>();
  private TaskState state;

  BackgroundTask(TaskDescription description, TaskState initial) {
    this.description = description;
    this.state = initial;
  }

  /** What the task is about. */
  public TaskDescription description() {
    return description;
  }

  /** Where it stands now. */
  public synchronized TaskState state() {
    return state;
  }

  /** The last lines of its output, oldest first. Untrusted text. */
  public synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /** Forgets all but the last lines of its output. */
  public synchronized void trimLines(int max) {
    while (lines.size() > max) {
      lines.removeFirst();
    }
  }

  /** Asks it to stop. While it counts down nothing has been done and nothing will be. */
  public void cancel() {
    cancellation.cancel();
  }

  /** Completed with the final state once the task has ended; never exceptionally. */
  public CompletableFuture<TaskState> ended() {
    return ended.copy();
  }

  /** Calls the listener after every change of state or output, from any thread. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  Cancellation cancellation() {
    return cancellation;
  }

  void moveTo(TaskState next) {
    synchronized (this) {
      state = next;
    }
    listeners.forEach(Runnable::run);
    if (next.isEnded()) {
      ended.complete(next);
    }
  }

  void addLine(String line) {
    synchronized (this) {
      if (lines.size() == MAX_LINES) {
        lines.removeFirst();
      }
      lines.addLast(line);
    }
    listeners.forEach(Runnable::run);
  }
}
