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
import io.github.sandboxcache.domain.removal.OrphanReport;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.domain.removal.RemovalReport;
import io.github.sandboxcache.domain.removal.RemovalReport.UnknownRemoval;
import io.github.sandboxcache.domain.restore.RestoreReport;
import io.github.sandboxcache.domain.restore.RestoredImage;
import io.github.sandboxcache.domain.task.TaskResult;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.text.InstallText;
import io.github.sandboxcache.text.NamingText;
import io.github.sandboxcache.text.PackageLabel;
import io.github.sandboxcache.text.PinTroubleText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.ReasonText;
import io.github.sandboxcache.text.ReclaimedText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.text.RestoreText;
import io.github.sandboxcache.ui.base.LanguageLook;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.removal.FreedText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what came of a task: what happened, what to do, what was kept. */
final class OutcomeText {
  private final UiTexts texts;

  OutcomeText(UiTexts texts) {
    this.texts = texts;
  }

  /**
   * Why a task failed.
   *
   * @param reason what happened, in plain words
   * @param advice what to do, and what was kept
   * @param notes single images with the engine's own words, untrusted text made harmless
   */
  record Failure(String reason, String advice, List<String> notes) {}

  String installed(TaskDescription about, InstallResult result) {
    String language =
        Language.parse(about.language()).map(LanguageLook::displayName).orElse(about.language());
    return texts.text(
        result.cached() ? "task.found.detail" : "task.installed.detail",
        language,
        RelativeTime.length(result.duration()),
        result.reference().map(Object::toString).orElse(""));
  }

  String removed(TaskDescription about, RemovalReport report) {
    int kept = announcedButKept(about, report).size();
    String freed = FreedText.past(texts, report.freed(), report.removed().size());
    return kept == 0 ? freed : texts.text("task.removed.kept", freed, kept);
  }

  /**
   * The images that were announced to go and stayed, with their reasons, and what the engine
   * counted if that is not what was announced.
   */
  List<String> notes(TaskDescription about, RemovalReport report) {
    return Stream.concat(
            announcedButKept(about, report).stream()
                .map(
                    k ->
                        texts.text(
                            "clear.stay", k.image().reference(), ReasonText.full(k.reason()))),
            ReclaimedText.difference(report).stream())
        .toList();
  }

  Failure incomplete(TaskDescription about, TaskResult result) {
    return switch (result) {
      case InstallResult install -> install(install);
      case PrewarmReport report -> prewarm(report);
      case RestoreReport report -> restore(report);
      case RemovalReport report ->
          new Failure(
              removalFailed(about, report),
              texts.text("task.failed.removal.advice", removed(about, report)),
              Stream.concat(
                      report.failed().stream().map(f -> note(f.image(), f.reason())),
                      report.unknown().stream().map(this::unknownNote))
                  .toList());
      case OrphanReport report ->
          new Failure(
              texts.text(
                  "task.failed.removal",
                  report.failed().size() + report.unknown().size(),
                  about.subjects().size()),
              texts.text("task.failed.removal.advice", removed(report)),
              Stream.concat(report.failed().stream(), report.unknown().stream())
                  .map(each -> note(each.orphan(), each.reason()))
                  .toList());
      case NamingReport report ->
          new Failure(
              texts.text("task.failed.naming", about.subjects().size() - report.named().size()),
              named(report),
              unnamedNotes(report));
      default -> new Failure(texts.text("task.failed.unknown"), "", List.of());
    };
  }

  String removed(OrphanReport report) {
    String freed = FreedText.past(texts, report.freed(), report.removed().size());
    return report.kept().isEmpty()
        ? freed
        : texts.text("task.removed.kept", freed, report.kept().size());
  }

  /** The images that were to go and stayed, with their reasons. */
  List<String> keptNotes(OrphanReport report) {
    return report.kept().stream()
        .map(kept -> note(kept.orphan(), ReasonText.full(kept.reason())))
        .toList();
  }

  String named(NamingReport report) {
    return texts.text(
        "task.named",
        report.named().stream()
            .map(each -> each.name().reference().toString())
            .collect(Collectors.joining(", ")));
  }

  /** The images that got no name, with their reasons. */
  List<String> unnamedNotes(NamingReport report) {
    return report.unnamed().stream()
        .map(each -> note(each.orphan(), NamingText.why(each.why())))
        .toList();
  }

  private String note(Orphan orphan, String untrusted) {
    return texts.text(
        "task.failed.removal.note", PlainText.line(orphan.shortId()), PlainText.line(untrusted));
  }

  private String removalFailed(TaskDescription about, RemovalReport report) {
    return report.unknown().isEmpty()
        ? texts.text("task.failed.removal", report.failed().size(), about.subjects().size())
        : texts.text(
            "task.failed.removal.unknown",
            report.failed().size(),
            about.subjects().size(),
            report.unknown().size());
  }

  private String unknownNote(UnknownRemoval asked) {
    return note(
        asked.image(), asked.reason().orElseGet(() -> texts.text("task.removal.no-answer-yet")));
  }

  private String note(CachedImage image, String untrusted) {
    return texts.text("task.failed.removal.note", image.reference(), PlainText.line(untrusted));
  }

  Failure broken(TaskDescription about, Exception cause) {
    String kept = kept(about);
    return switch (cause) {
      case EngineUnreachableException _ ->
          new Failure(
              texts.text("task.failed.unreachable"),
              texts.text("task.failed.unreachable.advice", kept),
              List.of());
      case EngineRefusedException refused ->
          new Failure(
              texts.text("task.failed.refused", words(refused)),
              texts.text("task.failed.refused.advice", kept),
              List.of());
      case PinsException pins ->
          new Failure(
              PinTroubleText.what(pins.trouble()),
              PinTroubleText.nothingRemoved() + " " + PinTroubleText.advice(pins.trouble()),
              List.of());
      default ->
          new Failure(
              texts.text("task.failed.unexpected", words(cause)),
              texts.text("task.failed.unexpected.advice", kept),
              List.of());
    };
  }

  /** An install says itself what happened and what to do; the rest stands in its log. */
  private Failure install(InstallResult install) {
    String summary = InstallText.summary(install);
    String reason = summary.isEmpty() ? texts.text("task.failed.unknown") : summary;
    String remains =
        switch (install.remains()) {
          case Remains.Nothing _ -> texts.text("task.kept.install");
          case Remains.Container(var left) -> InstallText.of(left);
          case Remains.Unknown _ -> texts.text("task.kept.unknown");
        };
    return new Failure(reason, remains, List.of());
  }

  private Failure prewarm(PrewarmReport report) {
    return new Failure(
        texts.text("task.failed.prewarm", report.failed().size() + report.left().size()),
        texts.text("task.failed.prewarm.kept", report.installed().size()),
        Stream.concat(
                report.failed().stream()
                    .map(each -> note(each.set(), InstallText.summary(each.result()))),
                report.left().stream().map(set -> note(set, texts.text("task.prewarm.left"))))
            .toList());
  }

  private String note(MissedSet set, String why) {
    String packages = PackageLabel.line(set.packages().orElse(List.of()));
    return texts.text("task.failed.removal.note", packages, why);
  }

  String prewarmed(PrewarmReport report) {
    return texts.text("task.prewarmed.detail", report.installed().size());
  }

  String restoredTitle(RestoreReport report) {
    List<RestoredImage> restored = restoredImages(report);
    return restored.size() == 1
        ? texts.text("task.restored", PackageLabel.line(restored.getFirst().packages()))
        : texts.text("task.RESTORE.done", restored.size());
  }

  /** How what was made differs from what it was. */
  String restored(RestoreReport report) {
    List<RestoredImage> restored = restoredImages(report);
    if (restored.size() == 1) {
      String words = RestoreText.of(restored.getFirst().outcome()).getFirst();
      return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
    long others = restored.stream().filter(each -> !each.isAsBefore()).count();
    return restored.isEmpty()
        ? texts.text("task.restored.there")
        : texts.text(others == 0 ? "task.restored.same" : "task.restored.other", others);
  }

  /** The images that are not as they were, or were there already, each with its reason. */
  List<String> restoredNotes(RestoreReport report) {
    return report.images().size() < 2
        ? List.of()
        : report.images().stream().filter(image -> !image.isAsBefore()).map(this::note).toList();
  }

  private Failure restore(RestoreReport report) {
    List<RestoredImage> failed =
        report.images().stream().filter(image -> !image.isThere()).toList();
    int all = report.images().size();
    String kept = texts.text("task.failed.restore.kept", all - failed.size());
    return all == 1
        ? new Failure(RestoreText.of(failed.getFirst().outcome()).getFirst(), kept, List.of())
        : new Failure(
            texts.text("task.failed.restore", failed.size(), all),
            kept,
            failed.stream().map(this::note).toList());
  }

  private String note(RestoredImage image) {
    return texts.text(
        "task.failed.removal.note", image.reference(), RestoreText.of(image.outcome()).getFirst());
  }

  private static List<RestoredImage> restoredImages(RestoreReport report) {
    return report.images().stream().filter(RestoredImage::isRestored).toList();
  }

  private String kept(TaskDescription about) {
    return texts.text(
        switch (about.kind()) {
          case INSTALL, PREWARM, RESTORE -> "task.kept.unknown";
          case INSPECT -> "task.kept.inspect";
          case PRUNE, CLEAR, REMOVE, NAME -> "task.kept.removal";
        });
  }

  private static String words(Exception cause) {
    String message = cause.getMessage();
    return PlainText.line(message == null ? cause.getClass().getSimpleName() : message);
  }

  private static List<KeptImage> announcedButKept(TaskDescription about, RemovalReport report) {
    Set<String> announced = about.subjects().stream().collect(Collectors.toUnmodifiableSet());
    return report.kept().stream()
        .filter(kept -> announced.contains(kept.image().reference().toString()))
        .toList();
  }
}
