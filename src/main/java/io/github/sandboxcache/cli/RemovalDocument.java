package io.github.sandboxcache.cli;

import io.github.sandboxcache.removal.RemovalReport;
import io.github.sandboxcache.text.ReasonText;
import io.github.sandboxcache.text.Texts;
import java.util.List;
import java.util.stream.Stream;

/**
 * The document of the verbs that remove.
 *
 * @param dryRun whether nothing was done and this says what would be
 * @param removed what went
 * @param kept what stayed, and why
 * @param failed what should have gone and did not, and why
 * @param unknown what the engine was asked to remove without saying whether it did, and why
 */
record RemovalDocument(
    boolean dryRun,
    List<Removed> removed,
    List<Staying> kept,
    List<Staying> failed,
    List<Staying> unknown) {

  /** A reference that went, and the image behind it. */
  record Removed(String reference, String imageId) {}

  /** A reference that is still there, and why. */
  record Staying(String reference, String reason) {}

  static RemovalDocument of(boolean dryRun, RemovalReport report, RemovalWork.Choice choice) {
    return new RemovalDocument(
        dryRun,
        report.removed().stream()
            .map(image -> new Removed(image.reference().toString(), image.image().id()))
            .toList(),
        with(
            choice.kept(),
            report.kept().stream()
                .map(
                    kept ->
                        new Staying(
                            kept.image().reference().toString(), ReasonText.full(kept.reason())))),
        with(
            choice.failed(),
            report.failed().stream()
                .map(
                    failed -> new Staying(failed.image().reference().toString(), failed.reason()))),
        report.unknown().stream()
            .map(
                asked ->
                    new Staying(
                        asked.image().reference().toString(),
                        asked.reason().orElseGet(() -> Texts.text("reason.no-answer-yet"))))
            .toList());
  }

  /** Whether all that should have gone went. */
  boolean isComplete() {
    return failed.isEmpty() && unknown.isEmpty();
  }

  private static List<Staying> with(List<Staying> others, Stream<Staying> images) {
    return Stream.concat(images, others.stream()).toList();
  }
}
