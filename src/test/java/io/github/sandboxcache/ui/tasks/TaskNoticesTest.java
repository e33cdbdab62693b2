package io.github.sandboxcache.ui.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.InstallProblem;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.service.BackgroundTask;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskDescription.Kind;
import io.github.sandboxcache.service.TaskRunner;
import io.github.sandboxcache.text.InstallText;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.TestThreads;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A long task is told on the desktop, and only to who is not looking. */
class TaskNoticesTest {
  private static final Instant BEGIN = Instant.parse("2026-03-04T18:00:00Z");
  private static final TaskDescription INSTALL =
      new TaskDescription(Kind.INSTALL, List.of("axum"), "rust", 0);

  private static final InstallRequest AXUM = InstallRequest.of(Language.RUST, List.of("axum"));

  private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
  private final TaskRunner runner = new TaskRunner(clock, InstallText::of);
  private final TasksModel tasks = new TasksModel(clock, TestThreads.direct(), () -> {});
  private final List<String> told = new ArrayList<>();
  private boolean inFront;

  @BeforeEach
  void start() {
    new TaskNotices(
            tasks,
            () -> inFront,
            (title, text) -> told.add(title + "|" + text),
            UiTexts.load("dialogs"))
        .start();
  }

  @Test
  void aLongTaskIsToldWithItsLength() {
    run(Duration.ofSeconds(75), InstallResult.installed(AXUM, Duration.ofSeconds(70)));

    assertThat(told).containsExactly("Installed axum|Done after 1 min 15 s.");
  }

  @Test
  void aLongTaskThatFailedIsToldWithoutItsReason() {
    run(
        Duration.ofSeconds(75),
        InstallResult.failed(
            Duration.ZERO, List.of(new InstallProblem.EngineFailed("no such host"))));

    assertThat(told).containsExactly("Install axum|Failed. The window says why.");
  }

  @Test
  void tenSecondsAreLong() {
    run(Duration.ofMillis(9_999), InstallResult.installed(AXUM, Duration.ZERO));
    assertThat(told).isEmpty();

    run(Duration.ofSeconds(10), InstallResult.installed(AXUM, Duration.ZERO));
    assertThat(told).containsExactly("Installed axum|Done after 10 s.");
  }

  @Test
  void whoLooksAtTheWindowIsToldNothing() {
    inFront = true;

    run(Duration.ofSeconds(75), InstallResult.failed(Duration.ZERO, List.of()));

    assertThat(told).isEmpty();
  }

  @Test
  void aShortTaskIsNoNews() {
    run(Duration.ofSeconds(9), InstallResult.failed(Duration.ZERO, List.of()));

    assertThat(told).isEmpty();
  }

  @Test
  void whoCancelsKnowsThatAlready() {
    BackgroundTask task =
        runner.startAfter(
            Duration.ofMinutes(5),
            INSTALL,
            (_, _) -> InstallResult.failed(Duration.ZERO, List.of()));
    TaskItem item = tasks.add(task, Optional.empty(), Set.of());
    now.set(BEGIN.plusSeconds(60));
    item.cancel();
    task.ended().join();

    assertThat(told).isEmpty();
  }

  @Test
  void whatAnEngineSaidIsNotInTheLineThatDesktopsInterpret() {
    run(
        Duration.ofSeconds(20),
        InstallResult.failed(
            Duration.ZERO, List.of(new InstallProblem.EngineFailed("<b>bold</b>"))));

    assertThat(told).singleElement().asString().doesNotContain("<b>", "bold");
  }

  private void run(Duration length, InstallResult result) {
    CountDownLatch end = new CountDownLatch(1);
    now.set(BEGIN);
    BackgroundTask task =
        runner.start(
            INSTALL,
            (_, _) -> {
              end.await();
              return result;
            });
    tasks.add(task, Optional.empty(), Set.of());
    now.set(BEGIN.plus(length));
    end.countDown();
    task.ended().join();
  }
}
