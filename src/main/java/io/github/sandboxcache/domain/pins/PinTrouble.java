package io.github.sandboxcache.domain.pins;

/**
 * Why pins cannot be read or changed.
 *
 * @param kind what is wrong
 * @param place where they are kept, usually a file's path
 * @param detail the system's or the parser's own words, untrusted
 */
public record PinTrouble(Kind kind, String place, String detail) {
  /** What is wrong. */
  public enum Kind {
    /** Something else stands there, or only a part of it. */
    DAMAGED,
    /** This user may not read or write there. */
    NOT_ALLOWED,
    /** Other processes change them all the time, or one hangs while it does. */
    BUSY,
    /** The system failed otherwise: a full disk, a directory in the file's place. */
    FAILED
  }

  @Override
  public String toString() {
    return switch (kind) {
      case DAMAGED -> "the pins in " + place + " are damaged: " + detail;
      case NOT_ALLOWED -> "no permission for the pins in " + place;
      case BUSY -> "another process is changing the pins in " + place;
      case FAILED -> "the pins in " + place + " cannot be used: " + detail;
    };
  }
}
