package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.removal.RemovalReport;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.TaskResult;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskDescription.Kind;
import io.github.sandboxcache.service.TaskState;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.PackageLabel;
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

/** Tells how a task stands, in words. Needs no screen. */
public final class TaskCardText {
  private static final int MILLIS = 1000;
  private final UiTexts texts;
  private final OutcomeText outcomes;

  /** Words from there. */
  public TaskCardText(UiTexts texts) {
    this.texts = texts;
    this.outcomes = new OutcomeText(texts);
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
      case TaskState.Incomplete(Instant at, TaskResult result) ->
          failed(entry, outcomes.incomplete(about, result), RelativeTime.ago(at, now));
      case TaskState.Failed(Instant at, Exception cause) ->
          failed(entry, outcomes.broken(about, cause), RelativeTime.ago(at, now));
      case TaskState.Cancelled(Instant at, boolean beforeStart) ->
          cancelled(about, beforeStart, RelativeTime.ago(at, now));
    };
  }

  /** What a task does, as a command: {@code Prune 12 images}. */
  public String title(TaskDescription about) {
    return texts.text("task." + about.kind().name() + ".title", subject(about));
  }

  /** Whole seconds until a countdown ends, never 0 while it runs. */
  static long seconds(Duration untilStart) {
    return (untilStart.toMillis() + MILLIS - 1) / MILLIS;
  }

  private TaskCard counting(TaskDescription about, Duration untilStart) {
    return new TaskCard(
        new Mark("clock", "text"),
        title(about),
        about.bytes() > 0 ? DecimalSize.summary(about.bytes()).toString() : "",
        new Bar.Counting(),
        texts.text("task.counting", seconds(untilStart)),
        "",
        "",
        List.of(),
        List.of(Action.UNDO));
  }

  private TaskCard waiting(TaskDescription about) {
    return new TaskCard(
        new Mark("clock", "text2"),
        title(about),
        "",
        new Bar.None(),
        texts.text("task.waiting"),
        "",
        "",
        List.of(),
        List.of(Action.CANCEL));
  }

  private String detail(Progress progress) {
    String detail = PlainText.outputLine(progress.detail());
    if (progress.step().equals("wait")) {
      return texts.text("task.waiting-for", detail);
    }
    return detail.isBlank() ? texts.text("task.started") : detail;
  }

  private TaskCard running(TaskDescription about, Progress progress, Duration length) {
    OptionalDouble fraction = progress.fraction();
    String side =
        fraction.isPresent()
            ? Percent.of(OptionalDouble.of(fraction.getAsDouble() * 100))
            : RelativeTime.length(length);
    List<Action> actions = new ArrayList<>(List.of(Action.CANCEL));
    if (about.kind() == Kind.INSTALL) {
      actions.add(Action.SHOW_LOG);
    }
    return new TaskCard(
        new Mark(icon(about), "accent"),
        title(about),
        side,
        new Bar.Running(fraction),
        detail(progress),
        "",
        "",
        List.of(),
        actions);
  }

  private TaskCard done(TaskDescription about, TaskResult result, String when) {
    return switch (result) {
      case InstallResult install ->
          new TaskCard(
              new Mark("stays", "ok"),
              texts.text(install.cached() ? "task.found" : "task.installed", subject(about)),
              when,
              new Bar.None(),
              outcomes.installed(about, install),
              "",
              "",
              List.of(),
              List.of(Action.DISMISS));
      case RemovalReport report ->
          new TaskCard(
              new Mark(report.removed().isEmpty() ? "info" : "trash", "text2"),
              texts.text("task." + about.kind().name() + ".done", report.removed().size()),
              when,
              new Bar.None(),
              outcomes.removed(about, report),
              "",
              "",
              outcomes.keptNotes(about, report),
              List.of(Action.DISMISS));
      default -> cancelled(about, false, when);
    };
  }

  private TaskCard failed(TaskItem entry, OutcomeText.Failure failure, String when) {
    List<Action> actions = new ArrayList<>();
    entry.retry().ifPresent(_ -> actions.add(Action.RETRY));
    if (!entry.lines().isEmpty()) {
      actions.add(Action.SHOW_LOG);
    }
    actions.add(Action.DISMISS);
    return new TaskCard(
        new Mark("fail", "danger"),
        title(entry.description()),
        when,
        new Bar.None(),
        "",
        failure.reason(),
        failure.advice(),
        failure.notes(),
        actions);
  }

  private TaskCard cancelled(TaskDescription about, boolean beforeStart, String when) {
    return new TaskCard(
        new Mark(beforeStart ? "undo" : "none", "text2"),
        title(about),
        when,
        new Bar.None(),
        texts.text(
            beforeStart
                ? "task.undone"
                : about.kind() == Kind.INSTALL ? "task.cancelled.install" : "task.cancelled"),
        "",
        "",
        List.of(),
        List.of(Action.DISMISS));
  }

  private String subject(TaskDescription about) {
    return about.kind() == Kind.INSTALL
        ? PackageLabel.line(about.subjects())
        : texts.text("prune.images", about.subjects().size());
  }

  /** The name of the icon that stands for what a task does. */
  public static String icon(TaskDescription about) {
    return switch (about.kind()) {
      case INSTALL -> "download";
      case PRUNE -> "prune";
      case CLEAR, REMOVE -> "trash";
    };
  }
}
