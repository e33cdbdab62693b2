package io.github.sandboxcache.domain.catalog;

import java.time.Instant;
import java.util.Optional;

/** Remembers what an engine held, so that the next start has a list to show at once. */
public interface SnapshotStore {
  /** What was remembered, or empty when nothing legible is there. Never throws. */
  Optional<Remembered> load();

  /** Remembers; a failure is logged and otherwise ignored, the list is only a convenience. */
  void save(Remembered remembered);

  /**
   * A snapshot and its age.
   *
   * @param snapshot what the engine held
   * @param listed when it was listed, UTC
   */
  record Remembered(EngineSnapshot snapshot, Instant listed) {}
}
