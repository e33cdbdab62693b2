package io.github.sandboxcache.port;

/** The engine answered with an error. */
public sealed class EngineRefusedException extends EngineException
    permits ImageNotFoundException, ImageInUseException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * For an answer of that status.
   *
   * @param status the HTTP status, or 0 when the error came inside a stream
   * @param message the words of the engine
   */
  public EngineRefusedException(int status, String message) {
    super(message, null);
    this.status = status;
  }

  /** The HTTP status, or 0 when the error came inside a stream. */
  public int status() {
    return status;
  }
}
