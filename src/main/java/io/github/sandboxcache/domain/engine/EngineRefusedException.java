package io.github.sandboxcache.domain.engine;

/** The engine answered with an error. */
public sealed class EngineRefusedException extends EngineException
    permits ImageNotFoundException, ImageInUseException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String request;

  /** For an answer of that status, or an error within a stream, with the engine's words. */
  public EngineRefusedException(int status, String message) {
    this(status, "", message);
  }

  /**
   * For a request that was answered with that status.
   *
   * @param request what was asked for, as {@code GET /images/json}
   * @param message the words of the engine
   */
  public EngineRefusedException(int status, String request, String message) {
    super(message, null);
    this.status = status;
    this.request = request;
  }

  /** What was asked for, as {@code GET /images/json}; empty when that is not known. */
  public String request() {
    return request;
  }

  /** The HTTP status, or 0 when the error came inside a stream. */
  public int status() {
    return status;
  }
}
