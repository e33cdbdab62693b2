package io.github.sandboxcache.domain.pins;

import io.github.sandboxcache.domain.cache.CacheReference;
import java.util.Set;

/** What is known of the pins at one moment. Not to know them is never the same as to have none. */
public sealed interface Pins {
  /**
   * They are known.
   *
   * @param references the pinned references, of images that are there or not
   */
  record Known(Set<CacheReference> references) implements Pins {
    /** No image is pinned, and that is known. */
    public static final Known NONE = new Known(Set.of());

    /** Copies the set, so that the record never changes. */
    public Known {
      references = Set.copyOf(references);
    }
  }

  /**
   * They cannot be read, so any image may be pinned and nothing may be removed.
   *
   * @param trouble why
   */
  record Unreadable(PinTrouble trouble) implements Pins {}

  /** Whether that reference is known to be pinned. For what is shown, not for what is removed. */
  default boolean isMarked(CacheReference reference) {
    return this instanceof Known known && known.references().contains(reference);
  }
}
