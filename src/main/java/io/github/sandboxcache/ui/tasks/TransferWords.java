package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.registry.TransferReport;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.TransferText;
import io.github.sandboxcache.ui.base.UiTexts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what became of images on their way to or from a registry. Needs no screen. */
final class TransferWords {
  private final UiTexts texts;

  TransferWords(UiTexts texts) {
    this.texts = texts;
  }

  /** What was done: {@code Pushed 3 images}. */
  String title(TransferReport report) {
    return texts.text("task." + report.direction() + ".done", report.moved().size());
  }

  /** Where, how much moved, and how many did not have to. */
  String detail(TransferReport report) {
    String moved =
        report.moved().isEmpty()
            ? report.registry().toString()
            : texts.text(
                "task." + report.direction() + ".detail",
                report.registry(),
                report.moved().size(),
                DecimalSize.of(report.movedBytes()));
    return report.unmoved().isEmpty()
        ? moved
        : texts.text(
            "task.transfer.joined",
            moved,
            texts.text("task." + report.direction() + ".unmoved", report.unmoved().size()));
  }

  /** How many could not be moved, or were not begun when it was cancelled. */
  String failure(TransferReport report) {
    int all = report.done().size() + report.left().size();
    return report.failed().isEmpty()
        ? texts.text("task.failed.transfer.left", report.left().size(), all)
        : texts.text("task.failed." + report.direction(), report.failed().size(), all);
  }

  /** Why the only image was not moved; empty when there are several, which each have a note. */
  Optional<String> onlyReason(TransferReport report) {
    boolean one = report.done().size() + report.left().size() == 1;
    return report.failed().stream()
        .filter(_ -> one)
        .map(each -> TransferText.of(report.direction(), each.outcome()))
        .map(words -> Character.toUpperCase(words.charAt(0)) + words.substring(1))
        .findFirst();
  }

  /** Each image with what became of it; those that failed first. */
  List<String> notes(TransferReport report) {
    return Stream.of(
            report.failed().stream().map(each -> note(report, each)),
            report.moved().stream().map(each -> note(report, each)),
            report.unmoved().stream().map(each -> note(report, each)),
            report.left().stream()
                .map(
                    image ->
                        texts.text(
                            "task.failed.removal.note", image, texts.text("task.transfer.left"))))
        .flatMap(notes -> notes)
        .toList();
  }

  private String note(TransferReport report, TransferReport.Transfer each) {
    return texts.text(
        "task.failed.removal.note",
        each.image(),
        TransferText.of(report.direction(), each.outcome()));
  }
}
