package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.removal.ReasonWord;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalReport;
import io.github.sandboxcache.text.ReasonText;
import io.github.sandboxcache.text.Texts;
import io.github.sandboxcache.text.VerdictText;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The document of the verbs that remove.
 *
 * @param dryRun whether nothing was done and this says what would be
 * @param freesBytes what all that was planned frees together; null when not known
 * @param freedBytes by how much the engine's own count dropped, with a minus where somebody else
 *     made larger images meanwhile; null where nothing was done, and where the engine does not say
 * @param removed what went
 * @param kept what stayed, and why
 * @param failed what should have gone and did not, and why
 * @param unknown what the engine was asked to remove without saying whether it did, and why
 */
record RemovalDocument(
    boolean dryRun,
    @Nullable Long freesBytes,
    @Nullable Long freedBytes,
    List<Removed> removed,
    List<Kept> kept,
    List<Staying> failed,
    List<Staying> unknown) {

  /**
   * A reference that went.
   *
   * @param imageId the image behind it
   * @param reason by what rule, as a fixed word
   * @param explanation what it cost and brought, for people
   */
  record Removed(String reference, String imageId, String reason, String explanation) {}

  /**
   * A reference that was kept.
   *
   * @param reason why, as a fixed word
   * @param explanation the same for people
   */
  record Kept(String reference, String reason, String explanation) {}

  /** A reference that is still there against what was planned, and why. */
  record Staying(String reference, String reason) {}

  /**
   * The document of a report.
   *
   * @param plan what was planned
   * @param misnamed further names that were given, and why nothing of theirs is removed
   */
  static RemovalDocument of(
      boolean dryRun, RemovalPlan plan, RemovalReport report, List<Staying> misnamed) {
    Stream<Staying> failed = report.failed().stream().map(f -> staying(f.image(), f.reason()));
    return new RemovalDocument(
        dryRun,
        Documents.bytes(plan.frees()),
        Documents.number(report.measuredBytes()),
        report.removed().stream().map(image -> removed(image, plan)).toList(),
        report.kept().stream()
            .map(
                kept ->
                    new Kept(
                        kept.image().reference().toString(),
                        ReasonWord.of(kept.reason()),
                        ReasonText.full(kept.reason())))
            .toList(),
        Stream.concat(failed, misnamed.stream()).toList(),
        report.unknown().stream()
            .map(
                asked ->
                    staying(
                        asked.image(),
                        asked.reason().orElseGet(() -> Texts.text("reason.no-answer-yet"))))
            .toList());
  }

  private static Removed removed(CachedImage image, RemovalPlan plan) {
    return new Removed(
        image.reference().toString(),
        image.image().id(),
        ReasonWord.of(plan.policy(), image.language()),
        VerdictText.of(image, plan));
  }

  private static Staying staying(CachedImage image, String reason) {
    return new Staying(image.reference().toString(), reason);
  }

  /** Whether all that should have gone went. */
  boolean isComplete() {
    return failed.isEmpty() && unknown.isEmpty();
  }
}
