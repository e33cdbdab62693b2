package io.github.sandboxcache.domain.history;

import io.github.sandboxcache.domain.removal.RemovalPolicy;

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
  /** Sends images to a team's registry. */
  PUSH,
  /** Gets images from a team's registry. */
  PULL,
  /** Removes what a rule does not keep. */
  PRUNE,
  /** Removes everything. */
  CLEAR,
  /** Removes what was chosen. */
  REMOVE,
  /** Removes what failed saves left. */
  REMOVE_ORPHANS;

  /** What a removal by that policy is. */
  public static OperationKind of(RemovalPolicy policy) {
    return switch (policy) {
      case RemovalPolicy.Rule _, RemovalPolicy.Prune _ -> PRUNE;
      case RemovalPolicy.Everything _ -> CLEAR;
      case RemovalPolicy.Chosen _ -> REMOVE;
    };
  }

  /** Whether an image of it that is done is there under its name. */
  public boolean makes() {
    return switch (this) {
      case INSTALL, PREWARM, RESTORE, PULL -> true;
      case NAME_ORPHANS, PUSH, PRUNE, CLEAR, REMOVE, REMOVE_ORPHANS -> false;
    };
  }

  /** Whether it moves images to or from a registry. */
  public boolean moves() {
    return this == PUSH || this == PULL;
  }

  /** Whether an image of it that is done is gone. */
  public boolean removes() {
    return switch (this) {
      case PRUNE, CLEAR, REMOVE, REMOVE_ORPHANS -> true;
      case INSTALL, PREWARM, RESTORE, NAME_ORPHANS, PUSH, PULL -> false;
    };
  }
}
