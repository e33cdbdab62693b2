package io.github.sandboxcache.domain.pins;

/** Pins could not be read or changed; they are as they were. */
public final class PinsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient PinTrouble trouble;

  /** For that reason. */
  public PinsException(PinTrouble trouble) {
    super(trouble.toString());
    this.trouble = trouble;
  }

  /** For that reason, which came from that error. */
  public PinsException(PinTrouble trouble, Exception cause) {
    super(trouble.toString(), cause);
    this.trouble = trouble;
  }

  /** What is wrong. */
  public PinTrouble trouble() {
    return trouble;
  }
}
