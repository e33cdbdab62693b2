package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.orphans.NamingReport;
import io.github.sandboxcache.domain.orphans.NamingReport.Why;
import io.github.sandboxcache.text.NamingText;
import java.util.List;
import java.util.stream.Stream;

/**
 * The document of {@code orphans name}.
 *
 * @param dryRun whether nothing was done and this says what would be
 * @param named what has a name now
 * @param unnamed what gets none, and why
 * @param failed what could not be read or named, and why
 */
record NamingDocument(
    boolean dryRun, List<Named> named, List<Nameless> unnamed, List<Nameless> failed) {
  /** An image and the name that it got. */
  record Named(String id, String reference, List<String> packages) {}

  /** An image without a name, and why. */
  record Nameless(String id, String reason) {}

  static NamingDocument of(
      boolean dryRun, NamingReport report, List<OrphanChoice.NotMeant> notMeant) {
    return new NamingDocument(
        dryRun,
        report.named().stream()
            .map(
                each ->
                    new Named(
                        each.orphan().id(),
                        each.name().reference().toString(),
                        each.name().packages()))
            .toList(),
        nameless(report, false).toList(),
        Stream.concat(
                nameless(report, true),
                notMeant.stream().map(each -> new Nameless(each.id(), each.reason())))
            .toList());
  }

  private static Stream<Nameless> nameless(NamingReport report, boolean failed) {
    return report.unnamed().stream()
        .filter(each -> each.why() instanceof Why.Failed == failed)
        .map(each -> new Nameless(each.orphan().id(), NamingText.why(each.why())));
  }
}
