package io.github.sandboxcache.ui.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
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
import java.io.IOException;
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
      new TaskDescription(Kind.INSTALL, List.of("axum@0.7.7", "tower@0.5.1"), "rust", 0);
  private static final InstallProblem NO_NETWORK =
      new InstallProblem.CommandFailed(
          "cargo add axum",
          101,
          List.of("error: failed to fetch", "dns error: Temporary failure in name resolution"));
  private static final TaskDescription PRUNE =
      new TaskDescription(Kind.PRUNE, List.of("mcp-sandbox-go:000000000000"), "", 0);

  private final Clock clock = Clock.systemUTC();
  private final TaskRunner runner = new TaskRunner(clock, InstallText::of);
  private final TasksModel tasks = new TasksModel(clock, TestThreads.direct(), () -> {});
  private static final UiTexts TEXTS = UiTexts.load("dialogs");
  private final TaskCardText words = new TaskCardText(TEXTS);

  @Test
  void aFailureSaysTheReasonFirstThenTheRemedyThenWhatItWas() {
    TaskItem item = run((_, _) -> InstallResult.failed(Duration.ofSeconds(6), List.of(NO_NETWORK)));

    TaskCard card = card(item);

    assertThat(card.title()).isEqualTo("Rust can’t reach the package index");
    assertThat(card.failure())
        .hasValueSatisfying(
            why -> {
              assertThat(why.remedy()).isEqualTo("Give the engine a proxy or DNS, then try again.");
              assertThat(why.about())
                  .isEqualTo("Install of axum 0.7.7, tower 0.5.1. Nothing was kept.");
            });
    assertThat(card.actions()).containsExactly(Action.RETRY, Action.SHOW_LOG, Action.DISMISS);
  }

  @Test
  void whatOnlyThePackageManagerKnowsIsToldInItsWords() {
    InstallProblem unknown =
        new InstallProblem.CommandFailed(
            "pip install pyarow", 1, List.of("ERROR: No matching distribution found for pyarow"));

    TaskCard card = card(run((_, _) -> InstallResult.failed(Duration.ZERO, List.of(unknown))));

    assertThat(card.failure().orElseThrow().remedy())
        .isEqualTo(
            "Check the name and the version. It said: ERROR: No matching distribution found for"
                + " pyarow");
  }

  @Test
  void anUnexpectedFailureIsSaidInPlainWords() {
    TaskItem item =
        run(
            (_, _) -> {
              throw new IllegalStateException("\u001b[31mbroken");
            });

    assertThat(card(item).title()).isEqualTo("An unexpected error");
    assertThat(card(item).failure().orElseThrow().remedy())
        .contains("broken")
        .doesNotContain("\u001b");
  }

  /** A log that is empty says nothing, and an engine may refuse before anything is printed. */
  @Test
  void theLogOfAFailureThatPrintedNothingSaysWhatWasAskedAndWhatTheEngineSaid() {
    InstallProblem refused = new InstallProblem.Refused("no such network: \u001b[31mlab");
    TaskItem result = run((_, _) -> InstallResult.failed(Duration.ofSeconds(6), List.of(refused)));
    TaskItem broken =
        run(
            (_, _) -> {
              throw new EngineUnreachableException(
                  "unix:///engine", "connection reset", new IOException("EOF"));
            });

    assertThat(TaskLog.of(result, TEXTS))
        .contains("$ Install axum 0.7.7, tower 0.5.1", "  axum@0.7.7", "  tower@0.5.1")
        .anyMatch(line -> line.contains("no such network"));
    assertThat(TaskLog.of(broken, TEXTS))
        .contains("EOF")
        .anyMatch(line -> line.endsWith("connection reset"));
  }

  @Test
  void theLogOfATaskThatPrintedSomethingIsJustThat() {
    TaskItem item =
        run(
            (listener, _) -> {
              listener.onLine("Collecting axum");
              return InstallResult.failed(Duration.ZERO, List.of(NO_NETWORK));
            });

    assertThat(TaskLog.of(item, TEXTS)).containsExactly("Collecting axum");
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
    assertThat(all.failure()).isEmpty();
    assertThat(some.title()).isEqualTo("2 sets could not be installed");
    assertThat(some.failure().orElseThrow().about())
        .isEqualTo("Install of 3 missed sets. 1 set is in the cache now.");
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
