package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.PrewarmReport;
import io.github.sandboxcache.domain.orphans.NamingReport;
import io.github.sandboxcache.domain.registry.TransferReport;
import io.github.sandboxcache.domain.removal.OrphanReport;
import io.github.sandboxcache.domain.removal.RemovalReport;
import io.github.sandboxcache.domain.restore.RestoreReport;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.TaskResult;
import io.github.sandboxcache.service.Inspection;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskDescription.Kind;
import io.github.sandboxcache.service.TaskState;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.InstallStepText;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.tasks.TaskCard.Action;
import io.github.sandboxcache.ui.tasks.TaskCard.Bar;
import io.github.sandboxcache.ui.tasks.TaskCard.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Tells how a task stands, in words. Needs no screen. */
public final class TaskCardText {
  private static final int MILLIS = 1000;
  private final UiTexts texts;
  private final TaskTitles titles;
  private final OutcomeText outcomes;
  private final TransferWords transfers;
  private final FailureWords failures;

  /** Words from there. */
  public TaskCardText(UiTexts texts) {
    this.texts = texts;
    this.titles = new TaskTitles(texts);
    this.outcomes = new OutcomeText(texts);
    this.transfers = new TransferWords(texts);
    this.failures = new FailureWords(texts);
  }

  TaskCard card(TaskItem entry, Instant now) {
    TaskDescription about = entry.description();
    return switch (entry.state()) {
      case TaskState.Counting _ -> counting(about, entry.untilStart(now));
      case TaskState.Queued _ -> waiting(about);
      case TaskState.Running(Instant since, Progress progress) ->
          running(about, progress, Duration.between(since, now));
      case TaskState.Succeeded(Instant at, TaskResult result) ->
          done(about, result, RelativeTime.ago(at, now));
      case TaskState.Incomplete(Instant at, TaskResult _) -> failed(entry, at, now);
      case TaskState.Failed(Instant at, Exception _) -> failed(entry, at, now);
      case TaskState.Cancelled(Instant at, boolean beforeStart) ->
          cancelled(about, beforeStart, RelativeTime.ago(at, now));
    };
  }

  /** Whole seconds until a countdown ends, never 0 while it runs. */
  static long seconds(Duration untilStart) {
    return (untilStart.toMillis() + MILLIS - 1) / MILLIS;
  }

  private TaskCard counting(TaskDescription about, Duration untilStart) {
    return new TaskCard(
        new Mark("clock", "text"),
        titles.title(about),
        about.bytes() > 0 ? DecimalSize.summary(about.bytes()).toString() : "",
        new Bar.Counting(),
        texts.text("task.counting", seconds(untilStart)),
        List.of(Action.UNDO));
  }

  private TaskCard waiting(TaskDescription about) {
    return new TaskCard(
        new Mark("clock", "text2"),
        titles.title(about),
        "",
        new Bar.None(),
        texts.text("task.waiting"),
        List.of(Action.CANCEL));
  }

  private String detail(Progress progress) {
    String detail = InstallStepText.of(progress);
    if (progress.step().equals("note")) {
      return texts.text("task.noting");
    }
    if (progress.step().equals("wait")) {
      return texts.text("task.waiting-for", detail);
    }
    if (progress.step().equals("archive")) {
      return texts.text("task.archiving", detail);
    }
    return detail.isBlank() ? texts.text("task.started") : detail;
  }

  private TaskCard running(TaskDescription about, Progress progress, Duration length) {
    OptionalDouble fraction = progress.fraction();
    List<Action> actions = new ArrayList<>(List.of(Action.CANCEL));
    if (Set.of(Kind.INSTALL, Kind.PREWARM, Kind.RESTORE).contains(about.kind())) {
      actions.add(Action.SHOW_LOG);
    }
    return new TaskCard(
            new Mark(TaskTitles.icon(about), "accent"),
            titles.title(about),
            fraction.isPresent() ? Percent.of(OptionalDouble.of(fraction.getAsDouble() * 100)) : "",
            new Bar.Running(fraction),
            detail(progress),
            actions)
        .running(RelativeTime.length(length));
  }

  private TaskCard done(TaskDescription about, TaskResult result, String when) {
    return switch (result) {
      case Inspection _ -> done(titles.title(about), when, texts.text("task.inspected"));
      case InstallResult install ->
          done(
              texts.text(install.cached() ? "task.found" : "task.installed", titles.subject(about)),
              when,
              outcomes.installed(about, install));
      case PrewarmReport report ->
          done(
              texts.text("task.prewarmed", titles.subject(about)),
              when,
              outcomes.prewarmed(report));
      case RestoreReport report ->
          TaskCard.ended(
              new Mark("stays", "ok"),
              outcomes.restoredTitle(report),
              when,
              outcomes.restored(report),
              outcomes.restoredNotes(report),
              List.of(Action.DISMISS));
      case RemovalReport report ->
          TaskCard.ended(
              removed(report.removed().isEmpty()),
              texts.text(
                  "task." + about.kind().name() + ".done",
                  titles.subject(about, report.removed().size())),
              when,
              outcomes.removed(about, report),
              outcomes.notes(about, report),
              report.removed().isEmpty()
                  ? List.of(Action.DISMISS)
                  : List.of(Action.RESTORE, Action.DISMISS));
      case OrphanReport report ->
          TaskCard.ended(
              removed(report.removed().isEmpty()),
              texts.text("task.REMOVE.done", titles.subject(about, report.removed().size())),
              when,
              outcomes.removed(report),
              outcomes.keptNotes(report),
              List.of(Action.DISMISS));
      case NamingReport report ->
          TaskCard.ended(
              new Mark(report.named().isEmpty() ? "info" : "tag", "text2"),
              texts.text("task.NAME.done", report.named().size()),
              when,
              outcomes.named(report),
              outcomes.unnamedNotes(report),
              List.of(Action.DISMISS));
      case TransferReport report ->
          TaskCard.ended(
              new Mark(report.moved().isEmpty() ? "info" : "stays", "ok"),
              transfers.title(report),
              when,
              transfers.detail(report),
              transfers.notes(report),
              List.of(Action.DISMISS));
      default -> cancelled(about, false, when);
    };
  }

  private static TaskCard done(String title, String when, String detail) {
    return TaskCard.ended(
        new Mark("stays", "ok"), title, when, detail, List.of(), List.of(Action.DISMISS));
  }

  private static Mark removed(boolean nothing) {
    return new Mark(nothing ? "info" : "trash", "text2");
  }

  private TaskCard failed(TaskItem entry, Instant at, Instant now) {
    List<Action> actions = new ArrayList<>();
    entry.retry().ifPresent(_ -> actions.add(Action.RETRY));
    if (!entry.removed().isEmpty()) {
      actions.add(Action.RESTORE);
    }
    TaskFailure failure = failures.of(entry.description(), entry.state()).orElseThrow();
    // The notes tell of each image what a log without a line would tell of all.
    if (failure.notes().isEmpty() || !entry.lines().isEmpty()) {
      actions.add(Action.SHOW_LOG);
    }
    actions.add(Action.DISMISS);
    return TaskCard.failed(failure, RelativeTime.ago(at, now), actions);
  }

  private TaskCard cancelled(TaskDescription about, boolean beforeStart, String when) {
    String words =
        beforeStart
            ? "task.undone"
            : switch (about.kind()) {
              case INSTALL, PREWARM, RESTORE -> "task.cancelled.install";
              case INSPECT -> "task.cancelled.inspect";
              case PUSH, PULL -> "task.cancelled.transfer";
              case PRUNE, CLEAR, REMOVE, NAME -> "task.cancelled";
            };
    return TaskCard.ended(
        new Mark(beforeStart ? "undo" : "none", "text2"),
        titles.title(about),
        when,
        texts.text(words),
        List.of(),
        List.of(Action.DISMISS));
  }
}
