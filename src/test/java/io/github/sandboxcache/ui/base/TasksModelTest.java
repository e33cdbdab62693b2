package io.github.sandboxcache.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.history.PlannedImage.ToMake;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.task.TaskResult;
import io.github.sandboxcache.service.BackgroundTask;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskDescription.Kind;
import io.github.sandboxcache.service.TaskRunner;
import io.github.sandboxcache.service.TaskState;
import io.github.sandboxcache.service.TaskWork;
import io.github.sandboxcache.testing.GarbageCollection;
import io.github.sandboxcache.text.InstallText;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.InvalidationListener;
import org.junit.jupiter.api.Test;

/**
 * Guards that all parts of the window see the same tasks: each in one section, many reports as one
 * change, listeners kept, and what has ended let go.
 */
class TasksModelTest {
  private static final TaskDescription INSTALL =
      new TaskDescription(Kind.INSTALL, List.of("axum"), "rust", 0);
  private static final TaskDescription PRUNE =
      new TaskDescription(Kind.PRUNE, List.of("mcp-sandbox-go:000000000000"), "", 0);
  private static final TaskResult DONE = () -> true;
  private static final TaskResult FAILED = InstallResult.failed(Duration.ZERO, List.of());

  private final Clock clock = Clock.systemUTC();
  private final TaskRunner runner = new TaskRunner(clock, InstallText::of);
  private final AtomicInteger ends = new AtomicInteger();
  private final TasksModel tasks =
      new TasksModel(clock, TestThreads.direct(), ends::incrementAndGet);

  @Test
  void aTaskIsInOneSectionAtATime() {
    CountDownLatch end = new CountDownLatch(1);
    BackgroundTask task = runner.start(INSTALL, waitingFor(end, DONE));

    TaskItem item = tasks.add(task, Optional.empty(), Set.of());

    assertThat(tasks.running()).containsExactly(item);
    end.countDown();
    task.ended().join();
    assertThat(tasks.running()).isEmpty();
    assertThat(tasks.finished()).containsExactly(item);
    assertThat(tasks.failed()).isEmpty();
    assertThat(ends).hasValue(1);
  }

  @Test
  void aTaskThatEndedBeforeItWasAddedIsSettledToo() {
    BackgroundTask task = runner.start(INSTALL, (_, _) -> DONE);
    task.ended().join();

    TaskItem item = tasks.add(task, Optional.empty(), Set.of());

    assertThat(tasks.running()).isEmpty();
    assertThat(tasks.finished()).containsExactly(item);
    assertThat(ends).hasValue(1);
  }

  @Test
  void whatTasksInstallIsKnownUntilTheyEnd() {
    CountDownLatch end = new CountDownLatch(1);
    CacheReference axum = InstallRequest.of(Language.RUST, List.of("axum")).reference();
    CacheReference chi = InstallRequest.of(Language.GO, List.of("chi.example/chi")).reference();
    TaskDescription ahead =
        new TaskDescription(Kind.PREWARM, List.of(chi.toString()), "", 0)
            .making(List.of(new ToMake(chi, List.of())));
    TaskDescription install = INSTALL.making(List.of(new ToMake(axum, List.of("axum"))));
    BackgroundTask one = runner.start(install, waitingFor(end, DONE));
    BackgroundTask other = runner.start(ahead, waitingFor(end, DONE));
    BackgroundTask removal = runner.start(PRUNE, waitingFor(end, DONE));
    for (BackgroundTask task : List.of(one, other, removal)) {
      tasks.add(task, Optional.empty(), Set.of());
    }

    assertThat(tasks.installing()).containsExactlyInAnyOrder(axum, chi);
    end.countDown();
    one.ended().join();
    other.ended().join();
    assertThat(tasks.installing()).isEmpty();
  }

  @Test
  void aFailureStaysUntilItIsDismissed() {
    TaskItem item = run((_, _) -> FAILED);

    tasks.clearFinished();

    assertThat(tasks.failed()).containsExactly(item);
    tasks.dismiss(item);
    assertThat(tasks.failed()).isEmpty();
  }

  @Test
  void imagesAreBeingRemovedUntilNoTaskRemovesThemAnyMore() {
    CountDownLatch end = new CountDownLatch(1);
    BackgroundTask first = runner.start(PRUNE, waitingFor(end, DONE));
    BackgroundTask second = runner.startAfter(Duration.ofMinutes(5), PRUNE, waitingFor(end, DONE));
    tasks.add(first, Optional.empty(), Set.of("a", "b"));
    TaskItem counting = tasks.add(second, Optional.empty(), Set.of("b", "c"));
    assertThat(tasks.removing()).containsExactlyInAnyOrder("a", "b", "c");

    end.countDown();
    first.ended().join();

    assertThat(tasks.removing()).containsExactlyInAnyOrder("b", "c");
    assertThat(tasks.counting()).contains(counting);
    counting.cancel();
    second.ended().join();
    assertThat(tasks.removing()).isEmpty();
    assertThat(tasks.counting()).isEmpty();
    assertThat(tasks.finished()).contains(counting);
  }

  @Test
  void anyNumberOfLinesIsOneChangeAtATime() {
    Deque<Runnable> later = new ArrayDeque<>();
    TasksModel behind = new TasksModel(clock, new UiThreads(later::add, Runnable::run), () -> {});
    CountDownLatch start = new CountDownLatch(1);
    BackgroundTask task =
        runner.start(
            INSTALL,
            (listener, _) -> {
              start.await();
              for (int i = 0; i < 10_000; i++) {
                listener.onLine("line " + i);
              }
              return FAILED;
            });
    TaskItem item = behind.add(task, Optional.empty(), Set.of());

    start.countDown();
    task.ended().join();

    assertThat(later).hasSize(1);
    later.remove().run();
    assertThat(item.revisionProperty().get()).isOne();
    assertThat(item.lines()).hasSize(BackgroundTask.MAX_LINES);
    assertThat(behind.failed()).containsExactly(item);
  }

  @Test
  void ofATaskThatIsDoneFewLinesAreKept() {
    TaskItem item =
        run(
            (listener, _) -> {
              for (int i = 0; i < 1_000; i++) {
                listener.onLine("line " + i);
              }
              return DONE;
            });

    assertThat(item.lines()).hasSize(TasksModel.MAX_LINES_OF_DONE).last().isEqualTo("line 999");
  }

  @Test
  void ofManyEndedTasksTheNewestAreListed() {
    for (int i = 0; i < TasksModel.MAX_ENDED + 5; i++) {
      run((_, _) -> FAILED);
      run((_, _) -> DONE);
    }

    assertThat(tasks.failed()).hasSize(TasksModel.MAX_ENDED);
    assertThat(tasks.finished()).hasSize(TasksModel.MAX_ENDED);
  }

  @Test
  void whoListensHearsOfTasksAndTheirStatesAfterACollectionToo() {
    List<TaskState> heard = new ArrayList<>();
    tasks
        .running()
        .addListener(
            (InvalidationListener) _ -> tasks.running().forEach(item -> heard.add(item.state())));

    GarbageCollection.force();
    CountDownLatch end = new CountDownLatch(1);
    BackgroundTask task = runner.startAfter(Duration.ofMillis(20), INSTALL, waitingFor(end, DONE));
    tasks.add(task, Optional.empty(), Set.of());
    end.countDown();
    task.ended().join();

    assertThat(heard).anyMatch(TaskState.Counting.class::isInstance);
    assertThat(heard).anyMatch(TaskState.Running.class::isInstance);
  }

  @Test
  void aDismissedTaskIsKeptByNobody() {
    WeakReference<TaskItem> gone = dismissed();

    GarbageCollection.awaitTaken(gone, () -> {});

    assertThat(tasks.failed()).isEmpty();
  }

  private WeakReference<TaskItem> dismissed() {
    TaskItem item = run((_, _) -> FAILED);
    tasks.dismiss(item);
    return new WeakReference<>(item);
  }

  private TaskItem run(TaskWork<?> work) {
    BackgroundTask task = runner.start(INSTALL, work);
    TaskItem item = tasks.add(task, Optional.of(() -> {}), Set.of());
    task.ended().join();
    return item;
  }

  private static TaskWork<TaskResult> waitingFor(CountDownLatch end, TaskResult result) {
    return (_, _) -> {
      end.await();
      return result;
    };
  }
}
