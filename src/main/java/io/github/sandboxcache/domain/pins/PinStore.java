package io.github.sandboxcache.domain.pins;

import io.github.sandboxcache.domain.cache.CacheReference;
import java.util.Collection;
import java.util.Set;

/**
 * Keeps the pins across restarts. A pin is about a name, so it may be there before its image and
 * outlive it. Several processes may use one store at once. Thread-safe; waits for the disk.
 */
public interface PinStore {
  /** The pins now, read anew at every call. Never fails. */
  Pins read();

  /**
   * Pins those references.
   *
   * @return the ones that were not pinned before
   * @throws PinsException when that cannot be kept; then nothing changed
   */
  Set<CacheReference> pin(Collection<CacheReference> references);

  /**
   * Takes the pins of those references away.
   *
   * @return the ones that were pinned before
   * @throws PinsException when that cannot be kept; then nothing changed
   */
  Set<CacheReference> unpin(Collection<CacheReference> references);
}
