package io.github.sandboxcache.ui.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.InstallProblem;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.PrewarmReport;
import io.github.sandboxcache.domain.install.PrewarmReport.Done;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.service.BackgroundTask;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskDescription.Kind;
import io.github.sandboxcache.service.TaskRunner;
import io.github.sandboxcache.service.TaskWork;
import io.github.sandboxcache.testing.Missed;
import io.github.sandboxcache.text.InstallText;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.TestThreads;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.tasks.LogView.LogRow;
import io.github.sandboxcache.ui.tasks.TaskCard.Action;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the card of a task says, and what can be done from it. */
class TaskCardTextTest {
  private static final TaskDescription INSTALL =
      new TaskDescription(Kind.INSTALL, List.of("axum"), "rust", 0);
  private static final TaskDescription PRUNE =
      new TaskDescription(Kind.PRUNE, List.of("mcp-sandbox-go:000000000000"), "", 0);

  private final Clock clock = Clock.systemUTC();
  private final TaskRunner runner = new TaskRunner(clock, InstallText::of);
  private final TasksModel tasks = new TasksModel(clock, TestThreads.direct(), () -> {});
  private final TaskCardText words = new TaskCardText(UiTexts.load("dialogs"));

  @Test
  void aFailureSaysWhyWhatIsLeftAndOffersToTryAgain() {
    TaskItem item =
        run(
            (_, _) ->
                InstallResult.failed(
                    Duration.ofSeconds(6),
                    List.of(new InstallProblem.EngineFailed("dns error: no such host"))));

    TaskCard card = card(item);

    assertThat(card.reason()).contains("no such host");
    assertThat(card.advice()).contains("Nothing was kept");
    assertThat(card.actions()).contains(Action.RETRY, Action.DISMISS);
  }

  @Test
  void anUnexpectedFailureIsSaidInPlainWords() {
    TaskItem item =
        run(
            (_, _) -> {
              throw new IllegalStateException("\u001b[31mbroken");
            });

    assertThat(card(item).reason()).contains("broken").doesNotContain("\u001b");
  }

  @Test
  void aTaskThatCountsDownCanBeUndone() {
    BackgroundTask task = runner.startAfter(Duration.ofMinutes(5), PRUNE, (_, _) -> () -> true);
    TaskItem item = tasks.add(task, Optional.empty(), Set.of());
    assertThat(card(item).actions()).containsExactly(Action.UNDO);

    item.cancel();
    task.ended().join();

    assertThat(card(item).detail()).contains("Nothing was removed");
  }

  /** Ages once stayed as they were when the task ended. */
  @Test
  void theAgeOfWhatIsDoneGrows() {
    TaskItem item = run((_, _) -> InstallResult.failed(Duration.ZERO, List.of()));
    Instant end = item.state().endedAt().orElseThrow();

    assertThat(words.card(item, end).side()).isEqualTo("just now");
    assertThat(words.card(item, end.plusSeconds(180)).side()).isEqualTo("3 min ago");
  }

  @Test
  void aLongLineGoesOnInTheNextRow() {
    String line = "ERROR: Could not find a version that satisfies the requirement pyarow";

    List<LogRow> rows = LogRow.rows(line, 40);

    assertThat(rows).hasSizeGreaterThan(1).allMatch(row -> row.text().length() <= 40);
    assertThat(rows).allMatch(row -> row.kind() == LogRow.Kind.ERROR);
    assertThat(rows.stream().map(row -> row.text().strip()).collect(Collectors.joining(" ")))
        .isEqualTo(line);
  }

  @Test
  void whatWasInstalledAheadAndWhatWasNotIsSaid() {
    MissedSet axum = Missed.of(Language.RUST, "axum@0.7");
    MissedSet polars = Missed.of(Language.PYTHON, "polars");
    MissedSet scipy = Missed.of(Language.PYTHON, "scipy");
    InstallRequest request = InstallRequest.of(Language.PYTHON, List.of("polars"));
    Done installed = new Done(polars, InstallResult.installed(request, Duration.ZERO));
    Done failed =
        new Done(
            axum,
            InstallResult.failed(
                Duration.ZERO, List.of(new InstallProblem.UnknownPackage("axum"))));

    TaskCard all = card(prewarm(new PrewarmReport(List.of(installed), List.of())));
    TaskCard some = card(prewarm(new PrewarmReport(List.of(installed, failed), List.of(scipy))));

    assertThat(all.title()).isEqualTo("Installed 3 missed sets");
    assertThat(all.reason()).isEmpty();
    assertThat(some.title()).isEqualTo("Install 3 missed sets");
    assertThat(some.reason()).isEqualTo("2 sets could not be installed");
    assertThat(some.advice()).isEqualTo("1 set is in the cache now.");
    assertThat(some.notes())
        .hasSize(2)
        .satisfiesExactly(
            note -> assertThat(note).startsWith("axum 0.7: The package index has no package"),
            note -> assertThat(note).isEqualTo("scipy: cancelled before"));
  }

  private TaskItem prewarm(PrewarmReport report) {
    TaskDescription about =
        new TaskDescription(Kind.PREWARM, List.of("first", "second", "third"), "", 0);
    BackgroundTask task = runner.start(about, (_, _) -> report);
    TaskItem item = tasks.add(task, Optional.of(() -> {}), Set.of());
    task.ended().join();
    return item;
  }

  private TaskCard card(TaskItem item) {
    return words.card(item, clock.instant());
  }

  private TaskItem run(TaskWork<InstallResult> work) {
    BackgroundTask task = runner.start(INSTALL, work);
    TaskItem item = tasks.add(task, Optional.of(() -> {}), Set.of());
    task.ended().join();
    return item;
  }
}
