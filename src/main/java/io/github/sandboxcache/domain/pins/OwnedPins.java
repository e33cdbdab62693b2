package io.github.sandboxcache.domain.pins;

import java.util.Optional;

/** Pins of which it can be told whose they are. */
public interface OwnedPins extends PinStore {
  /**
   * Whose pins these are, where that may be another user than expected. Looks at files; never
   * fails.
   */
  Optional<PinOwners> owners();
}
