package io.github.sandboxcache.domain.history;

/** What an operation does to the cache. */
public enum OperationKind {
  /** Makes the image of some packages. */
  INSTALL,
  /** Makes images that sandboxes missed. */
  PREWARM,
  /** Makes removed images again. */
  RESTORE,
  /** Gives what failed saves left the names under which sandboxes look for it. */
  NAME_ORPHANS,
  /** Removes what a rule does not keep. */
  PRUNE,
  /** Removes everything. */
  CLEAR,
  /** Removes what was chosen. */
  REMOVE,
  /** Removes what failed saves left. */
  REMOVE_ORPHANS;

  /** Whether an image of it that is done is gone. */
  public boolean removes() {
    return switch (this) {
      case PRUNE, CLEAR, REMOVE, REMOVE_ORPHANS -> true;
      case INSTALL, PREWARM, RESTORE, NAME_ORPHANS -> false;
    };
  }
}
