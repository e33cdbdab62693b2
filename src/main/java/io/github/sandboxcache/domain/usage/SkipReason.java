package io.github.sandboxcache.domain.usage;

/** Why a line of a log, or a part of it, cannot be understood. */
public enum SkipReason {
  /** It has bytes that are no text in the log's encoding, or a NUL. */
  NO_TEXT,
  /** It is longer than {@value LineReader#MAX_LINE_BYTES} bytes. */
  TOO_LONG,
  /** It names the package cache, but not in a whole JSON object in a place that is looked at. */
  BROKEN,
  /** It tells no time, or one before 2000 or later than tomorrow. */
  NO_TIME,
  /** It names no cached image, nor the language and packages that make one. */
  NO_IMAGE,
  /** Its packages are no list of texts, or more or longer than any real ones. */
  NO_PACKAGES
}
