package io.github.sandboxcache.domain.usage;

import java.time.Instant;
import java.util.Optional;

/**
 * When the containers of each engine were last all looked at, their uses taken down: what has not
 * changed since need not be looked at again. Thread-safe. Every method throws a {@link
 * UsageLedgerException} when the ledger cannot be used.
 */
public interface LookTimes {
  /**
   * The time of the last look, UTC; empty when there was none.
   *
   * @param engine its name, see {@link io.github.sandboxcache.domain.engine.EngineIdentity}
   */
  Optional<Instant> lastLook(String engine);

  /** Takes a look down; all that it found has been recorded. */
  void looked(String engine, Instant time);
}
