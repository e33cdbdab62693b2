package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.InstallResult.Remains;
import io.github.sandboxcache.domain.install.PrewarmReport;
import io.github.sandboxcache.domain.orphans.NamingReport;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.pins.PinsException;
import io.github.sandboxcache.domain.registry.RegistryException;
import io.github.sandboxcache.domain.registry.TransferReport;
import io.github.sandboxcache.domain.removal.OrphanReport;
import io.github.sandboxcache.domain.removal.RemovalReport;
import io.github.sandboxcache.domain.restore.RestoreReport;
import io.github.sandboxcache.domain.restore.RestoredImage;
import io.github.sandboxcache.domain.task.TaskResult;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskState;
import io.github.sandboxcache.text.InstallFailureText;
import io.github.sandboxcache.text.InstallText;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.PinTroubleText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.RestoreText;
import io.github.sandboxcache.text.TransferText;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells why a task failed: the reason first, then the remedy, then what it was. */
public final class FailureWords {
  private final UiTexts texts;
  private final TaskTitles titles;
  private final OutcomeText outcomes;
  private final TransferWords transfers;

  /** Words from there. */
  public FailureWords(UiTexts texts) {
    this.texts = texts;
    this.titles = new TaskTitles(texts);
    this.outcomes = new OutcomeText(texts);
    this.transfers = new TransferWords(texts);
  }

  /** Why a task failed or did not do everything; empty while it has done neither. */
  public Optional<TaskFailure> of(TaskDescription about, TaskState state) {
    return switch (state) {
      case TaskState.Incomplete(Instant _, TaskResult result) ->
          Optional.of(incomplete(about, result));
      case TaskState.Failed(Instant _, Exception cause) -> Optional.of(broken(about, cause));
      default -> Optional.empty();
    };
  }

  private TaskFailure incomplete(TaskDescription about, TaskResult result) {
    return switch (result) {
      case InstallResult install -> install(about, install);
      case PrewarmReport report -> prewarm(about, report);
      case RestoreReport report -> restore(about, report);
      case RemovalReport report -> removal(about, report);
      case OrphanReport report -> removal(about, report);
      case NamingReport report ->
          new TaskFailure(
              texts.text("task.failed.naming", about.subjects().size() - report.named().size()),
              "",
              about(about, outcomes.named(report)),
              outcomes.unnamedNotes(report));
      case TransferReport report ->
          new TaskFailure(
              transfers.failure(report),
              transfers.onlyReason(report).orElse(""),
              about(about, transfers.detail(report)),
              transfers.onlyReason(report).isPresent() ? List.of() : transfers.notes(report));
      default ->
          new TaskFailure(texts.text("task.failed.unknown"), "", about(about, ""), List.of());
    };
  }

  private TaskFailure broken(TaskDescription about, Exception cause) {
    return switch (cause) {
      case EngineUnreachableException _ ->
          broken(about, texts.text("task.failed.unreachable"), "task.failed.unreachable.remedy");
      case EngineRefusedException _ ->
          broken(
              about, texts.text("task.failed.refused"), "task.failed.refused.remedy", words(cause));
      case RegistryException registry ->
          new TaskFailure(
              texts.text("task.failed.registry"),
              TransferText.of(registry),
              about(about, texts.text("task.kept.transfer")),
              List.of());
      case PinsException pins ->
          new TaskFailure(
              PinTroubleText.what(pins.trouble()),
              PinTroubleText.advice(pins.trouble()),
              about(about, PinTroubleText.nothingRemoved()),
              List.of());
      default ->
          broken(
              about,
              texts.text("task.failed.unexpected"),
              "task.failed.unexpected.remedy",
              words(cause));
    };
  }

  private TaskFailure broken(
      TaskDescription about, String reason, String remedy, Object... arguments) {
    String kept =
        texts.text(
            switch (about.kind()) {
              case INSTALL, PREWARM, RESTORE -> "task.kept.unknown";
              case INSPECT -> "task.kept.inspect";
              case PUSH, PULL -> "task.kept.transfer";
              case PRUNE, CLEAR, REMOVE, NAME -> "task.kept.removal";
            });
    return new TaskFailure(reason, texts.text(remedy, arguments), about(about, kept), List.of());
  }

  private TaskFailure install(TaskDescription about, InstallResult install) {
    String language =
        Language.parse(about.language()).map(LanguageLook::displayName).orElse(about.language());
    String remains =
        switch (install.remains()) {
          case Remains.Nothing _ -> texts.text("task.kept.install");
          case Remains.Container(var left) -> InstallText.of(left);
          case Remains.Unknown _ -> texts.text("task.kept.unknown");
        };
    return install.problems().stream()
        .findFirst()
        .map(InstallFailureText::of)
        .map(
            why ->
                new TaskFailure(
                    why.reason(language), why.remedy(), about(about, remains), List.of()))
        .orElseGet(
            () ->
                new TaskFailure(
                    texts.text("task.failed.unknown"), "", about(about, remains), List.of()));
  }

  private TaskFailure prewarm(TaskDescription about, PrewarmReport report) {
    return new TaskFailure(
        texts.text("task.failed.prewarm", report.failed().size() + report.left().size()),
        "",
        about(about, texts.text("task.failed.prewarm.kept", report.installed().size())),
        Stream.concat(
                report.failed().stream()
                    .map(each -> note(each.set(), InstallText.summary(each.result()))),
                report.left().stream().map(set -> note(set, texts.text("task.prewarm.left"))))
            .toList());
  }

  private TaskFailure restore(TaskDescription about, RestoreReport report) {
    List<RestoredImage> failed =
        report.images().stream().filter(image -> !image.isThere()).toList();
    int all = report.images().size();
    String what = about(about, texts.text("task.failed.restore.kept", all - failed.size()));
    return all == 1
        ? new TaskFailure(
            RestoreText.of(failed.getFirst().outcome()).getFirst(), "", what, List.of())
        : new TaskFailure(
            texts.text("task.failed.restore", failed.size(), all),
            "",
            what,
            failed.stream().map(outcomes::note).toList());
  }

  private TaskFailure removal(TaskDescription about, RemovalReport report) {
    int all = about.subjects().size();
    String reason =
        report.unknown().isEmpty()
            ? texts.text("task.failed.removal", report.failed().size(), all)
            : texts.text(
                "task.failed.removal.unknown",
                report.failed().size(),
                all,
                report.unknown().size());
    Stream<String> refused =
        report.failed().stream().map(each -> note(each.image(), each.reason()));
    Stream<String> unknown =
        report.unknown().stream()
            .map(
                asked ->
                    note(
                        asked.image(),
                        asked.reason().orElseGet(() -> texts.text("task.removal.no-answer-yet"))));
    return new TaskFailure(
        reason,
        texts.text("task.failed.removal.remedy", all),
        about(about, kept(report.removed().isEmpty(), outcomes.removed(about, report))),
        Stream.concat(refused, unknown).toList());
  }

  private TaskFailure removal(TaskDescription about, OrphanReport report) {
    return new TaskFailure(
        texts.text(
            "task.failed.removal",
            report.failed().size() + report.unknown().size(),
            about.subjects().size()),
        texts.text("task.failed.removal.remedy", about.subjects().size()),
        about(about, kept(report.removed().isEmpty(), outcomes.removed(report))),
        Stream.concat(report.failed().stream(), report.unknown().stream())
            .map(each -> note(each.orphan(), each.reason()))
            .toList());
  }

  private String kept(boolean everything, String freed) {
    return everything
        ? texts.text("task.kept.removal")
        : texts.text("task.failed.removal.kept", freed);
  }

  private String about(TaskDescription about, String kept) {
    return (titles.about(about) + " " + kept).strip();
  }

  private String note(CachedImage image, String untrusted) {
    return texts.text("task.failed.removal.note", image.reference(), PlainText.line(untrusted));
  }

  private String note(Orphan orphan, String untrusted) {
    return texts.text(
        "task.failed.removal.note", PlainText.line(orphan.shortId()), PlainText.line(untrusted));
  }

  private String note(MissedSet set, String why) {
    String packages = PackageLabel.line(set.packages().orElse(List.of()));
    return texts.text("task.failed.removal.note", packages, why);
  }

  private static String words(Exception cause) {
    String message = cause.getMessage();
    return PlainText.line(message == null ? cause.getClass().getSimpleName() : message);
  }
}
