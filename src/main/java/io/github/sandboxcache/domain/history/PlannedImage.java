package io.github.sandboxcache.domain.history;

import io.github.sandboxcache.domain.cache.CacheReference;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What an operation is about to do with one image, with all that it takes to undo it. */
public sealed interface PlannedImage {
  /**
   * It is to be removed by its name.
   *
   * @param recipe what it takes to make it again
   * @param bytes the bytes that only this image has; empty when they are not known to the byte
   */
  record ToRemove(ImageRecipe recipe, OptionalLong bytes) implements PlannedImage {}

  /**
   * It is to be made.
   *
   * @param reference the name that it gets
   * @param packages as given
   */
  record ToMake(CacheReference reference, List<String> packages) implements PlannedImage {
    /** Copies the list, so that the record never changes. */
    public ToMake {
      packages = List.copyOf(packages);
    }
  }

  /**
   * It is to be sent to a registry, or to come from there.
   *
   * @param reference its name in the cache
   * @param packages as it is known to have; empty when nobody knows
   */
  record ToMove(CacheReference reference, Optional<List<String>> packages) implements PlannedImage {
    /** Copies the list, so that the record never changes. */
    public ToMove {
      packages = packages.map(List::copyOf);
    }
  }

  /**
   * It has no name, and is to get one or to be removed.
   *
   * @param imageId the engine's id of it
   * @param bytes the bytes that only this image has; empty when they are not known to the byte
   */
  record Nameless(String imageId, OptionalLong bytes) implements PlannedImage {}
}
