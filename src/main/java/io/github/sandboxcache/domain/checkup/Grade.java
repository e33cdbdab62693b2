package io.github.sandboxcache.domain.checkup;

/** How bad it is what was found. */
public enum Grade {
  /** Nothing is wrong. */
  OK,
  /** It works, with less than there could be. */
  WARNING,
  /** Something does not work. */
  PROBLEM,
  /** Nothing tells. */
  UNKNOWN
}
