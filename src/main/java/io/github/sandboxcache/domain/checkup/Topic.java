package io.github.sandboxcache.domain.checkup;

/** What is looked at, in the order in which it is told. */
public enum Topic {
  /** Whether an engine answers, and which. */
  ENGINE,
  /** Whether this user may use it. */
  PERMISSIONS,
  /** What named it. */
  CONTEXT,
  /** The room where the engine keeps its images. */
  ENGINE_DISK,
  /** The engine's clock. */
  CLOCK,
  /** The directory of this app's data. */
  DATA,
  /** The room there. */
  DISK,
  /** The ledger of hits and misses. */
  LEDGER,
  /** The pins. */
  PINS,
  /** The settings. */
  SETTINGS,
  /** A log that is followed. */
  LOG,
  /** What became of installs of the sandbox. */
  SAVES
}
