package io.github.sandboxcache.usage;

import java.util.List;

/**
 * Keeps how far logs have been read, together with the facts found there. Thread-safe, and safe
 * when several processes write.
 */
public interface LogCheckpoints {
  /**
   * Every checkpoint, by path. A path may have several: one for each file that stood there.
   *
   * @throws UsageLedgerException when they cannot be read
   */
  List<LogCheckpoint> checkpoints();

  /**
   * Keeps facts and how far their file has been read; both or, when it fails, neither. The counts
   * of facts and duplicates in the given checkpoint are those before these facts.
   *
   * @return the checkpoint as kept, these facts counted
   * @throws UsageLedgerException when they cannot be written
   */
  LogCheckpoint record(List<UsageFact> facts, LogCheckpoint checkpoint);
}
