package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.CacheReference;
import java.util.Collection;
import java.util.List;

/**
 * The document of {@code pin} and {@code unpin}.
 *
 * @param changed the references that were not so before
 * @param unchanged the references that were so already
 * @param failed what named no single image, and why
 * @param pinned all references that are pinned now, sorted
 */
record PinDocument(
    List<String> changed, List<String> unchanged, List<Failure> failed, List<String> pinned) {
  /**
   * An argument that named no single image.
   *
   * @param image the argument
   * @param reason why
   */
  record Failure(String image, String reason) {}

  static PinDocument of(
      Collection<CacheReference> changed,
      Collection<CacheReference> unchanged,
      List<Failure> failed,
      Collection<CacheReference> pinned) {
    return new PinDocument(
        names(changed), names(unchanged), failed, names(pinned).stream().sorted().toList());
  }

  private static List<String> names(Collection<CacheReference> references) {
    return references.stream().map(CacheReference::toString).toList();
  }
}
