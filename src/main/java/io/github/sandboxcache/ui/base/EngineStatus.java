package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineDescription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the window stands with its engine. */
public sealed interface EngineStatus {
  /** Whether the engine answers, so that something can be done. */
  default boolean isReady() {
    return this instanceof Ready;
  }

  /** The engine that answers or answered; empty when none did. */
  default Optional<EngineDescription> answered() {
    return switch (this) {
      case Ready(EngineDescription engine) -> Optional.of(engine);
      case Lost(EngineDescription engine, var _) -> Optional.of(engine);
      case Connecting _, None _ -> Optional.empty();
    };
  }

  /** Why nothing can be done with it, in words; empty when it answers. */
  default String blocked(UiTexts texts) {
    return switch (this) {
      case Ready _ -> "";
      case Connecting _ -> texts.text("header.blocked.connecting");
      case Lost _ -> texts.text("header.blocked.lost");
      case None _ -> texts.text("header.blocked.none");
    };
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
   * @param why in its own words, untrusted; empty where nobody said
   */
  record Lost(EngineDescription engine, String why) implements EngineStatus {}

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
