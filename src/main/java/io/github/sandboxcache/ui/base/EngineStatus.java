package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineDescription;
import java.time.Instant;
import java.util.List;

/** How the window stands with its engine. */
public sealed interface EngineStatus {
  /** Whether the engine answers, so that something can be done. */
  default boolean isReady() {
    return this instanceof Ready;
  }

  /** It is being looked for. */
  record Connecting() implements EngineStatus {}

  /**
   * It answers.
   *
   * @param engine which one
   */
  record Ready(EngineDescription engine) implements EngineStatus {}

  /**
   * It answered and went away; it is tried again by itself.
   *
   * @param engine which one
   */
  record Lost(EngineDescription engine) implements EngineStatus {}

  /**
   * None was found.
   *
   * @param attempts what was tried, in order
   * @param at when, UTC
   */
  record None(List<EngineAttempt> attempts, Instant at) implements EngineStatus {
    /** Copies the list, so that the record never changes. */
    public None {
      attempts = List.copyOf(attempts);
    }
  }
}
