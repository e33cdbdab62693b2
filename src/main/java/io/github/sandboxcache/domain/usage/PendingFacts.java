package io.github.sandboxcache.domain.usage;

import java.util.List;

/**
 * Facts that are written down before they happen, so that the death of the process in between loses
 * none. They count nowhere until they are settled. Thread-safe, and safe when several processes
 * write.
 */
public interface PendingFacts {
  /**
   * Keeps a fact that may be about to happen. Once it returns, not even the death of the process
   * loses it.
   *
   * @throws UsageLedgerException when it cannot be written
   */
  void announce(UsageFact fact);

  /**
   * Says what came of an announced fact; of one that was not announced, too.
   *
   * @param happened whether it is a fact now; otherwise it is forgotten
   * @throws UsageLedgerException when it cannot be written; then it stays pending
   */
  void settle(UsageFact fact, boolean happened);

  /**
   * The announced facts that nobody has settled, in no particular order.
   *
   * @throws UsageLedgerException when they cannot be read
   */
  List<UsageFact> pending();
}
