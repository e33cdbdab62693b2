package io.github.sandboxcache.domain.usage;

import java.util.List;
import java.util.Optional;

/**
 * Keeps how far logs have been read, together with the facts found there. Thread-safe, and safe
 * when several processes read the same log.
 */
public interface LogCheckpoints {
  /**
   * Every checkpoint, by path. A path may have several: one for each file that stood there.
   *
   * @throws UsageLedgerException when they cannot be read
   */
  List<LogCheckpoint> checkpoints();

  /**
   * Keeps facts and how far their file has been read; both or, when it fails, neither. Neither is
   * kept, too, when somebody else has read on in that file meanwhile: who was second reads on from
   * there. The counts of facts and duplicates in the given checkpoint are those before these facts.
   *
   * @param facts what was found between the two checkpoints
   * @param before the checkpoint as it was when reading began; empty for a file not known before
   * @param after where reading stopped; of the same path and file
   * @return the checkpoint as kept, these facts counted; empty when somebody else was faster
   * @throws UsageLedgerException when they cannot be written
   */
  Optional<LogCheckpoint> advance(
      List<UsageFact> facts, Optional<LogCheckpoint> before, LogCheckpoint after);
}
