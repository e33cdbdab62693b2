package io.github.sandboxcache.domain.usage;

/** What can happen to a set of packages in the cache. */
public enum FactKind {
  /** A lookup found its image. */
  HIT,
  /** A lookup did not; it stays a miss when the install that follows fails. */
  MISS,
  /** Packages were installed and cached. */
  INSTALLED,
  /** An install failed; the sandbox says so too of one whose image could not be saved. */
  FAILED,
  /** A container was created or started from the image. */
  USED,
  /** The image's reference was removed. */
  REMOVED,
  /** Packages were installed, but the sandbox could not save them as an image. */
  UNSAVED
}
