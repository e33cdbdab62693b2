package io.github.sandboxcache.domain.settings;

import java.io.IOException;
import java.util.Optional;

/**
 * One value in a small file, read and replaced as a whole. Thread-safe; waits for the disk.
 *
 * @param <T> the value
 */
public interface StoredValue<T> {
  /**
   * The value; empty only when nothing at all is there.
   *
   * @throws IOException when something is there that cannot be read
   */
  Optional<T> load() throws IOException;

  /**
   * Puts another value in its place, which is there in full or not at all, whenever the process
   * ends.
   *
   * @throws IOException when it cannot be written; then nothing changed
   */
  void save(T value) throws IOException;
}
