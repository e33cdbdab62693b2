package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.PrewarmReport;
import io.github.sandboxcache.domain.orphans.NamingReport;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.removal.OrphanReport;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.domain.removal.RemovalReport;
import io.github.sandboxcache.domain.restore.RestoreReport;
import io.github.sandboxcache.domain.restore.RestoredImage;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.text.NamingText;
import io.github.sandboxcache.text.PackageLabel;
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

  String note(RestoredImage image) {
    return texts.text(
        "task.failed.removal.note", image.reference(), RestoreText.of(image.outcome()).getFirst());
  }

  private static List<RestoredImage> restoredImages(RestoreReport report) {
    return report.images().stream().filter(RestoredImage::isRestored).toList();
  }

  private static List<KeptImage> announcedButKept(TaskDescription about, RemovalReport report) {
    Set<String> announced = about.subjects().stream().collect(Collectors.toUnmodifiableSet());
    return report.kept().stream()
        .filter(kept -> announced.contains(kept.image().reference().toString()))
        .toList();
  }
}
