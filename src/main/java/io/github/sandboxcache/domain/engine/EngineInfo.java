package io.github.sandboxcache.domain.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an engine says of itself at one moment.
 *
 * @param imageStore how it keeps images, for example {@code overlay2}; untrusted
 * @param time the time of its clock, UTC
 * @param freeDiskBytes bytes that are free where it keeps its data; empty where that is another
 *     machine, a virtual one included, or cannot be told
 */
public record EngineInfo(
    Optional<String> imageStore, Optional<Instant> time, OptionalLong freeDiskBytes) {
  /** What an engine says that says nothing. */
  public static final EngineInfo UNKNOWN =
      new EngineInfo(Optional.empty(), Optional.empty(), OptionalLong.empty());
}
