package io.github.sandboxcache.ui.settings;

/** A field of the settings that can be wrong. */
enum Field {
  PRUNE,
  KEEP,
  OVER_BUDGET,
  LOW_DISK,
  COUNTDOWN,
  ENGINE,
  BASE_IMAGE,
  CA_BUNDLE,
  MEMORY,
  CPUS,
  PROCESSES,
  TIME,
  LOG,
  RETENTION,
  ARCHIVE_DAYS,
  ARCHIVE_GIGABYTES,
  REGISTRY
}
