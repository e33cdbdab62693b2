package io.github.sandboxcache.domain.contents;

import java.util.Map;

/**
 * Keeps what was found inside images, so that nobody reads them twice; forgets it with the image.
 * Losing it costs nothing but time: no method throws, failures are logged, and what is damaged is
 * not known. Thread-safe.
 */
public interface ContentsStore {
  /** Keeps nothing. */
  ContentsStore NONE =
      new ContentsStore() {
        @Override
        public Map<String, KnownContents> loadContents(String engine) {
          return Map.of();
        }

        @Override
        public void saveContents(String engine, String imageId, KnownContents contents) {}
      };

  /**
   * What is kept of an engine's images, by image id.
   *
   * @param engine the URI it is reached at
   */
  Map<String, KnownContents> loadContents(String engine);

  /** Keeps what is inside an image, instead of what was kept of it before. */
  void saveContents(String engine, String imageId, KnownContents contents);
}
