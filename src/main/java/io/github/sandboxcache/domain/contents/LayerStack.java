package io.github.sandboxcache.domain.contents;

import java.util.List;
import java.util.Set;

/**
 * The layers of an image, and which of them are its own.
 *
 * @param diffIds all of them, {@code sha256:…}, lowest first
 * @param own those that are not of the base
 */
public record LayerStack(List<String> diffIds, Set<String> own) {
  /** Copies the collections, so that the record never changes. */
  public LayerStack {
    diffIds = List.copyOf(diffIds);
    own = Set.copyOf(own);
  }

  /** Of an image that stands on so many layers of its base. */
  public static LayerStack above(int baseLayers, List<String> diffIds) {
    return new LayerStack(
        diffIds, Set.copyOf(diffIds.subList(Math.min(baseLayers, diffIds.size()), diffIds.size())));
  }
}
