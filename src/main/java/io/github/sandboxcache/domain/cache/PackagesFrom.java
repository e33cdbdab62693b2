package io.github.sandboxcache.domain.cache;

/** How it is known which packages an image was asked to have, the most reliable first. */
public enum PackagesFrom {
  /** The image's own label says it. */
  LABEL,
  /** A log or an install of ours told it, and the image's key agrees. */
  LOG,
  /** Found in the image, and the image's key is that of just this list. */
  KEY,
  /** Marked as asked for in the image; no list that was tried has the image's key. */
  GUESS
}
