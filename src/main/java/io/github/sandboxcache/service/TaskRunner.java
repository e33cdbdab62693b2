package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.task.TaskNotice;
import io.github.sandboxcache.domain.task.TaskResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks in the background, each in a virtual thread of its own, at once or after a countdown.
 * Thread-safe.
 */
public final class TaskRunner {
  private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);

  private final Clock clock;
  private final Function<TaskNotice, String> words;
  private final List<Consumer<BackgroundTask>> listeners = new CopyOnWriteArrayList<>();

  /**
   * A runner that tells times by that clock.
   *
   * @param words puts what tasks have to say among the lines of their output
   */
  public TaskRunner(Clock clock, Function<TaskNotice, String> words) {
    this.clock = clock;
    this.words = words;
  }

  /** Calls the listener with every task that is submitted, from the submitting thread. */
  public void onSubmit(Consumer<BackgroundTask> listener) {
    listeners.add(listener);
  }

  /** Starts the work at once. */
  public BackgroundTask start(TaskDescription description, TaskWork<?> work) {
    return startAfter(Duration.ZERO, description, work);
  }

  /**
   * Starts the work after a countdown in which the task can be cancelled without any effect.
   *
   * @param countdown zero or more
   */
  public BackgroundTask startAfter(
      Duration countdown, TaskDescription description, TaskWork<?> work) {
    TaskState initial =
        countdown.isPositive()
            ? new TaskState.Counting(clock.instant().plus(countdown))
            : new TaskState.Queued();
    BackgroundTask task = new BackgroundTask(description, initial);
    listeners.forEach(listener -> listener.accept(task));
    Thread.ofVirtual()
        .name("task-" + description.kind())
        .start(() -> task.moveTo(run(task, countdown, work)));
    return task;
  }

  private TaskState run(BackgroundTask task, Duration countdown, TaskWork<?> work) {
    boolean started = false;
    try {
      awaitCountdown(task.cancellation(), countdown);
      task.cancellation().throwIfCancelled();
      started = true;
      TaskResult result = work.run(new Reporter(task, clock.instant(), words), task.cancellation());
      Instant end = clock.instant();
      return result.successful()
          ? new TaskState.Succeeded(end, result)
          : new TaskState.Incomplete(end, result);
    } catch (CancellationException _) {
      return new TaskState.Cancelled(clock.instant(), !started);
    } catch (Exception e) {
      LOG.error("{} broke off", task.description(), e);
      return new TaskState.Failed(clock.instant(), e);
    }
  }

  private static void awaitCountdown(Cancellation cancellation, Duration countdown)
      throws InterruptedException {
    CountDownLatch cancelled = new CountDownLatch(1);
    try (var _ = cancellation.onCancel(cancelled::countDown)) {
      boolean takenBack = cancelled.await(countdown.toMillis(), TimeUnit.MILLISECONDS);
      if (takenBack) {
        throw new CancellationException("taken back during the countdown");
      }
    }
  }

  /** Turns what the work reports into states of its task. */
  private record Reporter(BackgroundTask task, Instant since, Function<TaskNotice, String> words)
      implements ProgressListener {
    Reporter {
      task.moveTo(new TaskState.Running(since, Progress.of("", "")));
    }

    @Override
    public void onProgress(Progress progress) {
      task.moveTo(new TaskState.Running(since, progress));
    }

    @Override
    public void onLine(String line) {
      task.addLine(line);
    }

    @Override
    public void onNotice(TaskNotice notice) {
      task.addLine(words.apply(notice));
    }
  }
}
