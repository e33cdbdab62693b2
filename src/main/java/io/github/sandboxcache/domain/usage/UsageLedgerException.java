package io.github.sandboxcache.domain.usage;

/** The record of hits, misses and uses cannot be read or written. */
public final class UsageLedgerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String ledger;
  private final Reason reason;

  /** Why it cannot be used. */
  public enum Reason {
    /** There is no room where it is kept. */
    FULL,
    /** This user may not read or write there. */
    NOT_ALLOWED,
    /** Nobody can write there. */
    READ_ONLY,
    /** It can be read only where something can be written, because its last writer was ended. */
    UNMERGED,
    /** Other processes write all the time, or one hangs while it does. */
    BUSY,
    /** It is not as it was written, and cannot be set aside. */
    DAMAGED,
    /** A newer version of this app wrote it. */
    NEWER,
    /** The system failed otherwise; the cause says how. */
    FAILED;

    /** Whether it is about the place and writing there, so that reading may be possible. */
    public boolean isAboutWriting() {
      return this == FULL || this == NOT_ALLOWED || this == READ_ONLY;
    }
  }

  /**
   * For that ledger.
   *
   * @param ledger names it for people, usually by its path
   * @param cause the reason
   */
  public UsageLedgerException(String ledger, Exception cause) {
    this(ledger, Reason.FAILED, cause);
  }

  /**
   * For that ledger and reason.
   *
   * @param ledger names it for people, usually by its path
   * @param cause what it came from
   */
  public UsageLedgerException(String ledger, Reason reason, Exception cause) {
    super("cannot use the usage ledger " + ledger + ": " + cause.getMessage(), cause);
    this.ledger = ledger;
    this.reason = reason;
  }

  /** Names the ledger for people, usually by its path. */
  public String ledger() {
    return ledger;
  }

  /** Why it cannot be used. */
  public Reason reason() {
    return reason;
  }
}
