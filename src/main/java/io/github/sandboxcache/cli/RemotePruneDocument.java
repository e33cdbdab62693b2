package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RemoteImage;
import io.github.sandboxcache.domain.registry.RemotePrune;
import io.github.sandboxcache.text.TransferText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code remote prune}.
 *
 * @param removed what was removed, or would be, the oldest first
 * @param kept how many the rule keeps
 * @param failed what the rule does not keep and is there nevertheless
 * @param freesBytes packed bytes of layers that no other image in the registry has, freed when the
 *     registry collects its garbage
 */
record RemotePruneDocument(
    String registry,
    boolean dryRun,
    List<Removed> removed,
    int kept,
    List<Failed> failed,
    long freesBytes) {
  /** What was removed. */
  record Removed(String reference, String digest, long packedBytes, @Nullable String createdAt) {
    static Removed of(RemoteImage image) {
      return new Removed(
          image.reference().image().toString(),
          image.digest(),
          image.content().map(RemoteImage.Content::packedBytes).orElse(0L),
          image
              .content()
              .flatMap(RemoteImage.Content::createdAt)
              .map(Instant::toString)
              .orElse(null));
    }
  }

  /** What stays, why as a fixed word, and for people. */
  record Failed(String reference, String reason, String explanation) {}

  /**
   * What was done.
   *
   * @param did what became of each; empty for a dry run
   */
  static RemotePruneDocument of(
      RegistryAddress registry, boolean dryRun, RemotePrune plan, List<RemotePrune.Removal> did) {
    List<RemoteImage> removed =
        dryRun
            ? plan.removed()
            : did.stream()
                .filter(each -> each.problem().isEmpty())
                .map(RemotePrune.Removal::image)
                .toList();
    return new RemotePruneDocument(
        registry.toString(),
        dryRun,
        removed.stream().map(Removed::of).toList(),
        plan.kept().size(),
        did.stream()
            .flatMap(
                each ->
                    each.problem().stream()
                        .map(
                            problem ->
                                new Failed(
                                    each.image().reference().image().toString(),
                                    TransferText.word(problem),
                                    TransferText.of(problem))))
            .toList(),
        plan.onlyRemoving(removed).freesBytes());
  }
}
