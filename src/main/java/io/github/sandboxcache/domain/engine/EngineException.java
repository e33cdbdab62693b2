package io.github.sandboxcache.domain.engine;

import org.jspecify.annotations.Nullable;

/** Something that an engine did not do. The message is the engine's own where it gave one. */
public abstract sealed class EngineException extends RuntimeException
    permits EngineUnreachableException, EngineRefusedException {
  private static final long serialVersionUID = 1L;

  /** With the engine's own words and, where there is one, the failure beneath. */
  protected EngineException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
