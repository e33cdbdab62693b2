package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.PrewarmReport;
import io.github.sandboxcache.domain.orphans.NamingReport;
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
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells how a task stands, in words. Needs no screen. */
public final class TaskCardText {
  private static final int MILLIS = 1000;
  private static final int MAX_PACKAGES = 3;
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

  /** A task under way in a few words: {@code Installing pandas, polars}. */
  public static String running(TaskDescription task, UiTexts texts) {
    int count = task.subjects().size();
    return switch (task.kind()) {
      case INSTALL -> texts.text("task.installing", packages(task));
      case PREWARM -> texts.text("task.prewarming", count);
      case PRUNE -> texts.text("task.pruning", count);
      case CLEAR -> texts.text("task.clearing", count);
      case REMOVE -> texts.text("task.removing", count);
      case RESTORE -> texts.text("task.restoring", count);
      case NAME -> texts.text("task.naming", count);
      case INSPECT -> texts.text("task.inspecting", packages(task));
    };
  }

  private static String packages(TaskDescription task) {
    String first =
        task.subjects().stream()
            .limit(MAX_PACKAGES)
            .map(PlainText::line)
            .collect(Collectors.joining(", "));
    int more = task.subjects().size() - MAX_PACKAGES;
    return more > 0 ? first + " +" + more : first;
  }

  /** Whole seconds until a countdown ends, never 0 while it runs. */
  static long seconds(Duration untilStart) {
    return (untilStart.toMillis() + MILLIS - 1) / MILLIS;
  }

  /** What is about to be done, and in how many seconds. */
  String countdown(TaskDescription about, long seconds) {
    return texts.text("toast.counting." + about.kind().name(), subject(about), seconds);
  }

  private TaskCard counting(TaskDescription about, Duration untilStart) {
    return new TaskCard(
        new TaskCard.Mark("clock", "text"),
        title(about),
        about.bytes() > 0 ? DecimalSize.summary(about.bytes()).toString() : "",
        new TaskCard.Bar.Counting(),
        texts.text("task.counting", seconds(untilStart)),
        List.of(TaskCard.Action.UNDO));
  }

  private TaskCard waiting(TaskDescription about) {
    return new TaskCard(
        new TaskCard.Mark("clock", "text2"),
        title(about),
        "",
        new TaskCard.Bar.None(),
        texts.text("task.waiting"),
        List.of(TaskCard.Action.CANCEL));
  }

  private String detail(Progress progress) {
    String detail = PlainText.outputLine(progress.detail());
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
    String side =
        fraction.isPresent()
            ? Percent.of(OptionalDouble.of(fraction.getAsDouble() * 100))
            : RelativeTime.length(length);
    List<TaskCard.Action> actions = new ArrayList<>(List.of(TaskCard.Action.CANCEL));
    if (Set.of(Kind.INSTALL, Kind.PREWARM, Kind.RESTORE).contains(about.kind())) {
      actions.add(TaskCard.Action.SHOW_LOG);
    }
    return new TaskCard(
        new TaskCard.Mark(icon(about), "accent"),
        title(about),
        side,
        new TaskCard.Bar.Running(fraction),
        detail(progress),
        actions);
  }

  private TaskCard done(TaskDescription about, TaskResult result, String when) {
    return switch (result) {
      case Inspection _ ->
          new TaskCard(
              new TaskCard.Mark("stays", "ok"),
              title(about),
              when,
              new TaskCard.Bar.None(),
              texts.text("task.inspected"),
              List.of(TaskCard.Action.DISMISS));
      case InstallResult install ->
          new TaskCard(
              new TaskCard.Mark("stays", "ok"),
              texts.text(install.cached() ? "task.found" : "task.installed", subject(about)),
              when,
              new TaskCard.Bar.None(),
              outcomes.installed(about, install),
              List.of(TaskCard.Action.DISMISS));
      case PrewarmReport report ->
          new TaskCard(
              new TaskCard.Mark("stays", "ok"),
              texts.text("task.prewarmed", subject(about)),
              when,
              new TaskCard.Bar.None(),
              outcomes.prewarmed(report),
              List.of(TaskCard.Action.DISMISS));
      case RestoreReport report ->
          new TaskCard(
              new TaskCard.Mark("stays", "ok"),
              outcomes.restoredTitle(report),
              when,
              new TaskCard.Bar.None(),
              outcomes.restored(report),
              "",
              "",
              outcomes.restoredNotes(report),
              List.of(TaskCard.Action.DISMISS));
      case RemovalReport report ->
          new TaskCard(
              new TaskCard.Mark(report.removed().isEmpty() ? "info" : "trash", "text2"),
              texts.text(
                  "task." + about.kind().name() + ".done", subject(about, report.removed().size())),
              when,
              new TaskCard.Bar.None(),
              outcomes.removed(about, report),
              "",
              "",
              outcomes.notes(about, report),
              report.removed().isEmpty()
                  ? List.of(TaskCard.Action.DISMISS)
                  : List.of(TaskCard.Action.RESTORE, TaskCard.Action.DISMISS));
      case OrphanReport report ->
          new TaskCard(
              new TaskCard.Mark(report.removed().isEmpty() ? "info" : "trash", "text2"),
              texts.text("task.REMOVE.done", subject(about, report.removed().size())),
              when,
              new TaskCard.Bar.None(),
              outcomes.removed(report),
              "",
              "",
              outcomes.keptNotes(report),
              List.of(TaskCard.Action.DISMISS));
      case NamingReport report ->
          new TaskCard(
              new TaskCard.Mark(report.named().isEmpty() ? "info" : "tag", "text2"),
              texts.text("task.NAME.done", report.named().size()),
              when,
              new TaskCard.Bar.None(),
              outcomes.named(report),
              "",
              "",
              outcomes.unnamedNotes(report),
              List.of(TaskCard.Action.DISMISS));
      default -> cancelled(about, false, when);
    };
  }

  private TaskCard failed(TaskItem entry, OutcomeText.Failure failure, String when) {
    List<TaskCard.Action> actions = new ArrayList<>();
    entry.retry().ifPresent(_ -> actions.add(TaskCard.Action.RETRY));
    if (!entry.removed().isEmpty()) {
      actions.add(TaskCard.Action.RESTORE);
    }
    if (!entry.lines().isEmpty()) {
      actions.add(TaskCard.Action.SHOW_LOG);
    }
    actions.add(TaskCard.Action.DISMISS);
    return new TaskCard(
        new TaskCard.Mark("fail", "danger"),
        title(entry.description()),
        when,
        new TaskCard.Bar.None(),
        "",
        failure.reason(),
        failure.advice(),
        failure.notes(),
        actions);
  }

  private TaskCard cancelled(TaskDescription about, boolean beforeStart, String when) {
    return new TaskCard(
        new TaskCard.Mark(beforeStart ? "undo" : "none", "text2"),
        title(about),
        when,
        new TaskCard.Bar.None(),
        texts.text(
            beforeStart
                ? "task.undone"
                : switch (about.kind()) {
                  case INSTALL, PREWARM, RESTORE -> "task.cancelled.install";
                  case INSPECT -> "task.cancelled.inspect";
                  case PRUNE, CLEAR, REMOVE, NAME -> "task.cancelled";
                }),
        List.of(TaskCard.Action.DISMISS));
  }

  private String subject(TaskDescription about) {
    return switch (about.kind()) {
      case INSTALL -> PackageLabel.line(about.subjects());
      case PREWARM -> texts.text("task.sets", about.subjects().size());
      case INSPECT -> packages(about);
      case PRUNE, CLEAR, REMOVE, RESTORE, NAME -> subject(about, about.subjects().size());
    };
  }

  /** So many of the images that a task is about; the only one by its packages and key. */
  private String subject(TaskDescription about, int count) {
    return about.packages().isEmpty() || count != 1
        ? texts.text("prune.images", count)
        : texts.text(
            "task.image", PackageLabel.line(about.packages()), tag(about.subjects().getFirst()));
  }

  private static String tag(String reference) {
    return PlainText.line(reference.substring(reference.indexOf(':') + 1));
  }

  /** The name of the icon that stands for what a task does. */
  public static String icon(TaskDescription about) {
    return switch (about.kind()) {
      case INSTALL, PREWARM -> "download";
      case PRUNE -> "prune";
      case CLEAR, REMOVE -> "trash";
      case RESTORE -> "undo";
      case NAME -> "tag";
      case INSPECT -> "eye";
    };
  }
}
