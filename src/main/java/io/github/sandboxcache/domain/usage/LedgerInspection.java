package io.github.sandboxcache.domain.usage;

import java.time.Instant;

/** Looks at a ledger, whatever state it is in, and changes nothing. Thread-safe. */
public interface LedgerInspection {
  /**
   * Reads all of it, which takes about a second for each million facts. Never fails.
   *
   * @param saves of which time failed saves are told
   * @param now as {@link UsageLedger#failedSaves} takes it
   */
  LedgerLook look(TimeRange saves, Instant now);
}
