package io.github.sandboxcache.usage;

/** The record of hits, misses and uses cannot be read or written. */
public final class UsageLedgerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * For that ledger.
   *
   * @param ledger names it for people, usually by its path
   * @param cause the reason
   */
  public UsageLedgerException(String ledger, Exception cause) {
    super("cannot use the usage ledger " + ledger + ": " + cause.getMessage(), cause);
  }
}
