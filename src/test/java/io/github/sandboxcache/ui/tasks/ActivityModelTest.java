package io.github.sandboxcache.ui.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.install.InstallProblem;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.service.BackgroundTask;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskDescription.Kind;
import io.github.sandboxcache.service.TaskRunner;
import io.github.sandboxcache.service.TaskWork;
import io.github.sandboxcache.ui.tasks.TaskCard.Action;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.text.InstallText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tasks move through the sections, and many lines make one change. */
class ActivityModelTest {
  private static final TaskDescription INSTALL =
      new TaskDescription(Kind.INSTALL, List.of("axum"), "rust", 0);
  private static final TaskDescription PRUNE =
      new TaskDescription(Kind.PRUNE, List.of("mcp-sandbox-go:000000000000"), "", 0);

  private final TaskRunner runner = new TaskRunner(Clock.systemUTC(), InstallText::of);
  private final ActivityModel model = new ActivityModel();
  private final TaskWords words = new TaskWords(UiTexts.load("dialogs"));

  @Test
  void aFailureStaysUntilItIsDismissed() {
    TaskEntry entry =
        run(
            INSTALL,
            (_, _) ->
                InstallResult.failed(Duration.ofSeconds(6), List.of(new InstallProblem.EngineFailed("dns error: no such host"))));
    model.clearFinished();
    assertThat(model.failed()).containsExactly(entry);
    TaskCard card = words.card(entry);
    assertThat(card.reason()).contains("no such host");
    assertThat(card.advice()).contains("Nothing was kept");
    assertThat(card.actions()).contains(Action.RETRY, Action.DISMISS);
    model.dismiss(entry);
    assertThat(model.failed()).isEmpty();
  }

  @Test
  void anUnexpectedFailureIsSaidInPlainWords() {
    TaskEntry entry =
        run(
            INSTALL,
            (_, _) -> {
              throw new IllegalStateException("\u001b[31mbroken");
            });
    assertThat(words.card(entry).reason()).contains("broken").doesNotContain("\u001b");
  }

  @Test
  void aTaskThatCountsDownCanBeTakenBack() {
    BackgroundTask task = runner.startAfter(Duration.ofMinutes(5), PRUNE, (_, _) -> neverRun());
    TaskEntry entry = model.add(task, Optional.empty(), Instant.now());
    assertThat(model.counting()).contains(entry);
    assertThat(words.card(entry).actions()).containsExactly(Action.UNDO);
    entry.cancel();
    task.ended().join();
    model.refresh(Instant.now());
    assertThat(model.counting()).isEmpty();
    assertThat(model.finished()).containsExactly(entry);
    assertThat(words.card(entry).detail()).contains("Nothing was removed");
  }

  @Test
  void anyNumberOfLinesIsOneChangePerRefresh() {
    AtomicInteger changes = new AtomicInteger();
    BackgroundTask task =
        runner.start(
            INSTALL,
            (listener, _) -> {
              for (int i = 0; i < 10_000; i++) {
                listener.onLine("line " + i);
              }
              return InstallResult.failed(Duration.ZERO, List.of());
            });
    TaskEntry entry = model.add(task, Optional.empty(), Instant.now());
    entry.revisionProperty().addListener((_, _, _) -> changes.incrementAndGet());
    task.ended().join();
    model.refresh(Instant.now());
    assertThat(changes).hasValue(1);
    assertThat(entry.lines()).hasSize(BackgroundTask.MAX_LINES);
  }

  @Test
  void aLongLineGoesOnInTheNextRow() {
    String line = "ERROR: Could not find a version that satisfies the requirement pyarow";
    List<LogLine> rows = LogLine.rows(line, 40);
    assertThat(rows).hasSizeGreaterThan(1).allMatch(row -> row.text().length() <= 40);
    assertThat(rows).allMatch(row -> row.kind() == LogLine.Kind.ERROR);
    assertThat(rows.stream().map(row -> row.text().strip()).collect(Collectors.joining(" ")))
        .isEqualTo(line);
  }

  private TaskEntry run(TaskDescription description, TaskWork<InstallResult> work) {
    BackgroundTask task = runner.start(description, work);
    TaskEntry entry = model.add(task, Optional.of(() -> {}), Instant.now());
    task.ended().join();
    model.refresh(Instant.now());
    return entry;
  }

  private static InstallResult neverRun() {
    throw new AssertionError("was taken back");
  }
}
