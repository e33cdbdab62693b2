package io.github.sandboxcache.domain.settings;

import java.io.IOException;
import java.util.Optional;

/** A small file that is read and replaced as a whole. */
public interface StoredFile {
  /**
   * Its content; empty only when nothing at all is there.
   *
   * @throws IOException when something is there that cannot be read
   */
  Optional<byte[]> read() throws IOException;

  /**
   * Puts another content in its place, which is there in full or not at all, whenever the process
   * ends.
   *
   * @throws IOException when it cannot be written; then nothing changed
   */
  void replace(byte[] content) throws IOException;
}
