package io.github.sandboxcache.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.service.BackgroundTask;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskDescription.Kind;
import io.github.sandboxcache.service.TaskRunner;
import io.github.sandboxcache.testing.GarbageCollection;
import io.github.sandboxcache.text.InstallText;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.beans.InvalidationListener;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/** The tasks under way: whoever listens goes on hearing of them, and what has ended is let go. */
class TaskListTest {
  private static final TaskDescription INSTALL =
      new TaskDescription(Kind.INSTALL, List.of("axum"), "rust", 0);
  private static final InstallResult FAILED = InstallResult.failed(Duration.ZERO, List.of());

  private final Clock clock = Clock.systemUTC();
  private final EngineModel noEngine =
      new EngineModel(
          new EngineOpener(
              _ -> new EngineConnector.Outcome.NoEngine(List.of()),
              () -> {
                throw new AssertionError("nobody asks for sample data");
              },
              _ -> {
                throw new AssertionError("there is no engine");
              }),
          UiThreads.direct(),
          clock);
  private final CacheModel cache =
      new CacheModel(
          noEngine,
          new SimpleObjectProperty<>(Settings.DEFAULT),
          UiThreads.direct(),
          new Ticker(clock));
  private final TaskRunner runner = new TaskRunner(clock, InstallText::of);
  private final TaskList tasks = new TaskList(runner, cache, UiThreads.direct());

  @Test
  void whoListensHearsOfTasksAfterACollectionToo() {
    List<Integer> heard = new ArrayList<>();
    tasks.items().addListener((InvalidationListener) _ -> heard.add(tasks.items().size()));

    GarbageCollection.force();
    CountDownLatch end = new CountDownLatch(1);
    BackgroundTask task =
        runner.start(
            INSTALL,
            (_, _) -> {
              end.await();
              return FAILED;
            });

    assertThat(heard).contains(1);
    end.countDown();
    task.ended().join();
  }

  @Test
  void aTaskThatHasEndedIsKeptByNobody() {
    WeakReference<BackgroundTask> ended = ended();

    GarbageCollection.awaitTaken(ended, () -> {});

    assertThat(tasks.items()).isEmpty();
  }

  @Test
  void aTaskThatEndedBeforeAnybodyLookedIsNotShown() {
    Deque<Runnable> later = new ArrayDeque<>();
    TaskList behind = new TaskList(runner, cache, new UiThreads(later::add, Runnable::run));
    BackgroundTask task = runner.start(INSTALL, (_, _) -> FAILED);
    task.ended().join();

    later.remove().run();

    assertThat(behind.items()).isEmpty();
  }

  private WeakReference<BackgroundTask> ended() {
    BackgroundTask task = runner.start(INSTALL, (_, _) -> FAILED);
    task.ended().join();
    return new WeakReference<>(task);
  }
}
