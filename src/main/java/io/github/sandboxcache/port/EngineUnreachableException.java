package io.github.sandboxcache.port;

import org.jspecify.annotations.Nullable;

/** The engine cannot be spoken to: nothing answers, or the connection broke. */
public final class EngineUnreachableException extends EngineException {
  private static final long serialVersionUID = 1L;

  private final String endpoint;

  /** For an endpoint that did not answer. */
  public EngineUnreachableException(String endpoint, String why, @Nullable Throwable cause) {
    super("no answer from " + endpoint + ": " + why, cause);
    this.endpoint = endpoint;
  }

  /** The URI that was tried. */
  public String endpoint() {
    return endpoint;
  }
}
