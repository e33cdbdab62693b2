package io.github.sandboxcache.removal;

/** Which cached images a removal is about, before anything speaks for keeping one. */
public sealed interface RemovalPolicy {
  /**
   * Prune: everything but the newest of each language, by creation time.
   *
   * @param count how many references of each language stay, 0 or more
   */
  record KeepNewest(int count) implements RemovalPolicy {
    /** What the sandbox itself keeps. */
    public static final int DEFAULT_COUNT = 3;

    /** Refuses a negative count. */
    public KeepNewest {
      if (count < 0) {
        throw new IllegalArgumentException("cannot keep a negative number of images: " + count);
      }
    }
  }

  /** Clear: everything. */
  record Everything() implements RemovalPolicy {}
}
