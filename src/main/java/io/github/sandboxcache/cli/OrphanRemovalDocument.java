package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.removal.OrphanReport;
import io.github.sandboxcache.text.ReasonText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code orphans remove}.
 *
 * @param dryRun whether nothing was done and this says what would be
 * @param freesBytes what all that was planned frees together; null when not known
 * @param freedBytes by how much the engine's own count dropped; null where nothing was done, and
 *     where the engine does not say
 * @param removed what went
 * @param kept what stayed, and why
 * @param failed what should have gone and did not, and why
 * @param unknown what the engine was asked to remove without saying whether it did, and why
 */
record OrphanRemovalDocument(
    boolean dryRun,
    @Nullable Long freesBytes,
    @Nullable Long freedBytes,
    List<Removed> removed,
    List<Staying> kept,
    List<Staying> failed,
    List<Staying> unknown) {
  /** An image that went. */
  record Removed(String id) {}

  /** An image that is still there, and why. */
  record Staying(String id, String reason) {}

  static OrphanRemovalDocument of(
      boolean dryRun,
      Optional<ByteCount> frees,
      OrphanReport report,
      List<OrphanChoice.NotMeant> notMeant) {
    return new OrphanRemovalDocument(
        dryRun,
        Documents.bytes(frees),
        Documents.number(report.measuredBytes()),
        report.removed().stream().map(each -> new Removed(each.id())).toList(),
        report.kept().stream()
            .map(kept -> new Staying(kept.orphan().id(), ReasonText.full(kept.reason())))
            .toList(),
        Stream.concat(
                report.failed().stream().map(OrphanRemovalDocument::staying),
                notMeant.stream().map(each -> new Staying(each.id(), each.reason())))
            .toList(),
        report.unknown().stream().map(OrphanRemovalDocument::staying).toList());
  }

  private static Staying staying(OrphanReport.Trouble trouble) {
    return new Staying(trouble.orphan().id(), trouble.reason());
  }

  /** Whether all that should have gone went. */
  boolean isComplete() {
    return failed.isEmpty() && unknown.isEmpty();
  }
}
