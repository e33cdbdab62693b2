package io.github.sandboxcache.launch;

import io.github.sandboxcache.domain.catalog.SnapshotStore;
import java.util.Optional;

/** For sample data, which is made up anew each time. */
final class NoSnapshots implements SnapshotStore {
  @Override
  public Optional<Remembered> load() {
    return Optional.empty();
  }

  @Override
  public void save(Remembered remembered) {
    // Nothing made up is ever written.
  }
}
