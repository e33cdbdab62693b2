package io.github.sandboxcache.domain.usage;

import java.util.List;

/** Takes facts down. Thread-safe, and safe when several processes write. */
@FunctionalInterface
public interface FactRecorder {
  /**
   * Keeps facts, all of them or, when it fails, none. Those whose identity is known already change
   * nothing. Once it returns, not even the death of the process loses them.
   *
   * @return how many of them were new
   * @throws UsageLedgerException when they cannot be written
   */
  int record(List<UsageFact> facts);
}
