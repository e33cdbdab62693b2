package io.github.sandboxcache.domain.engine;

import org.jspecify.annotations.Nullable;

/** The engine cannot be spoken to: nothing answers, or the connection broke. */
public final class EngineUnreachableException extends EngineException {
  private static final long serialVersionUID = 1L;

  private final String endpoint;

  /** For an endpoint that did not answer, with the system's words. */
  public EngineUnreachableException(String endpoint, String why, @Nullable Throwable cause) {
    super("no answer from " + endpoint + ": " + why, cause);
    this.endpoint = endpoint;
  }

  /**
   * For a request that was not answered.
   *
   * @param request what was asked for, as {@code GET /images/json}
   * @param why the system's words
   */
  public EngineUnreachableException(
      String endpoint, String request, String why, @Nullable Throwable cause) {
    super("no answer from " + endpoint + " to " + request + ": " + why, cause);
    this.endpoint = endpoint;
  }

  /** The URI that was tried. */
  public String endpoint() {
    return endpoint;
  }
}
