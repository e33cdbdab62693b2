package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.TaskResult;
import io.github.sandboxcache.text.InstallText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What becomes of work in the background. */
class TaskRunnerTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final TaskDescription PRUNE =
      new TaskDescription(TaskDescription.Kind.PRUNE, List.of("a"), "", 0);

  private final TaskRunner runner =
      new TaskRunner(Clock.fixed(NOON, ZoneOffset.UTC), InstallText::of);

  private record Done(boolean successful) implements TaskResult {}

  @Test
  void workThatIsAllDoneSucceeds() {
    BackgroundTask task = runner.start(PRUNE, (_, _) -> new Done(true));
    assertThat(task.ended().join()).isEqualTo(new TaskState.Succeeded(NOON, new Done(true)));
  }

  @Test
  void workThatCouldNotDoAllOfItIsIncompleteAndKeepsItsResult() {
    BackgroundTask task = runner.start(PRUNE, (_, _) -> new Done(false));
    assertThat(task.ended().join()).isEqualTo(new TaskState.Incomplete(NOON, new Done(false)));
  }

  @Test
  void workThatThrowsFailsWithItsCause() {
    IllegalStateException cause = new IllegalStateException("no disk");
    BackgroundTask task =
        runner.start(
            PRUNE,
            (_, _) -> {
              throw cause;
            });
    assertThat(task.ended().join()).isEqualTo(new TaskState.Failed(NOON, cause));
  }

  @Test
  void duringTheCountdownATaskCanBeTakenBackAndHasDoneNothing() {
    AtomicBoolean ran = new AtomicBoolean();
    BackgroundTask task =
        runner.startAfter(
            Duration.ofDays(1),
            PRUNE,
            (_, _) -> {
              ran.set(true);
              return new Done(true);
            });
    assertThat(task.state()).isEqualTo(new TaskState.Counting(NOON.plus(Duration.ofDays(1))));
    task.cancel();
    assertThat(task.ended().join()).isEqualTo(new TaskState.Cancelled(NOON, true));
    assertThat(ran).isFalse();
  }

  @Test
  void cancellingRunningWorkReachesTheWork() {
    CountDownLatch started = new CountDownLatch(1);
    BackgroundTask task =
        runner.start(
            PRUNE,
            (_, cancellation) -> {
              CountDownLatch stop = new CountDownLatch(1);
              try (var _ = cancellation.onCancel(stop::countDown)) {
                started.countDown();
                stop.await();
              }
              throw new CancellationException("stopped");
            });
    awaitUninterruptibly(started);
    task.cancel();
    assertThat(task.ended().join()).isEqualTo(new TaskState.Cancelled(NOON, false));
  }

  @Test
  void linesAndProgressAreThereToBeSeen() {
    List<TaskState> seen = new ArrayList<>();
    CountDownLatch listening = new CountDownLatch(1);
    BackgroundTask task =
        runner.start(
            PRUNE,
            (listener, _) -> {
              listening.await();
              listener.onProgress(Progress.of("remove", "a", 0.5));
              listener.onLine("first");
              listener.onLine("second");
              return new Done(true);
            });
    task.addListener(() -> seen.add(task.state()));
    listening.countDown();
    task.ended().join();
    assertThat(task.lines()).containsExactly("first", "second");
    assertThat(seen).contains(new TaskState.Running(NOON, Progress.of("remove", "a", 0.5)));
  }

  @Test
  void onlyTheLastLinesAreKept() {
    BackgroundTask task =
        runner.start(
            PRUNE,
            (listener, _) -> {
              for (int i = 0; i <= BackgroundTask.MAX_LINES; i++) {
                listener.onLine("line " + i);
              }
              return new Done(true);
            });
    task.ended().join();
    assertThat(task.lines()).hasSize(BackgroundTask.MAX_LINES).first().isEqualTo("line 1");
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
