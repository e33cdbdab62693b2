package io.github.sandboxcache.domain.registry;

import org.jspecify.annotations.Nullable;

/**
 * A registry did not do what was asked. The message is the registry's or the system's own, and
 * untrusted.
 */
public final class RegistryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String host;
  private final int status;

  /** What kind of failure it was. */
  public enum Kind {
    /** There was no answer at all. */
    UNREACHABLE,
    /** The answer did not come in time. */
    TIMED_OUT,
    /** It wants a login, or another one. */
    NOT_ALLOWED,
    /** It does not do such a thing; many delete nothing. */
    NOT_SUPPORTED,
    /** It was asked too often. */
    TOO_MANY_REQUESTS,
    /** It failed. */
    FAILED,
    /** Its answer is not what the distribution API says, or too long. */
    ILLEGIBLE,
    /** What it sent has another digest than it said. */
    WRONG_DIGEST
  }

  /**
   * A failure.
   *
   * @param status the HTTP status, or 0 without an answer
   */
  public RegistryException(
      Kind kind, String host, int status, String words, @Nullable Throwable cause) {
    super(words, cause);
    this.kind = kind;
    this.host = host;
    this.status = status;
  }

  /** What kind of failure it was. */
  public Kind kind() {
    return kind;
  }

  /** The registry. */
  public String host() {
    return host;
  }

  /** The HTTP status, or 0 without an answer. */
  public int status() {
    return status;
  }

  /** The words without which nobody knows why; never null. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
