package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.cache.CacheReference;
import java.util.Set;

/** Which cached images a removal is about, before anything speaks for keeping one. */
public sealed interface RemovalPolicy {
  /**
   * Prune: everything but the newest of each language, by creation time. Pinned ones stay besides
   * and are not counted.
   *
   * @param count how many references of each language stay, 0 or more
   */
  record KeepNewest(int count) implements RemovalPolicy {
    /** What the sandbox itself keeps. */
    public static final int DEFAULT_COUNT = 3;

    /** While it is not known how many are wanted, all stay. */
    public static final int UNKNOWN_COUNT = Integer.MAX_VALUE;

    /** Refuses a negative count. */
    public KeepNewest {
      if (count < 0) {
        throw new IllegalArgumentException("cannot keep a negative number of images: " + count);
      }
    }
  }

  /** Clear: everything. */
  record Everything() implements RemovalPolicy {}

  /**
   * Remove: just these.
   *
   * @param references what was chosen; those that are not in the cache mean nothing
   */
  record Chosen(Set<CacheReference> references) implements RemovalPolicy {
    /** Copies the set, so that the record never changes. */
    public Chosen {
      references = Set.copyOf(references);
    }
  }
}
