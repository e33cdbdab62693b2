package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.contents.ContentsStore;
import io.github.sandboxcache.domain.contents.KnownContents;
import java.util.HashMap;
import java.util.Map;

/** Keeps what was found inside images for as long as a test takes, whatever the engine. */
final class KeptContents implements ContentsStore {
  private final Map<String, KnownContents> kept = new HashMap<>();

  @Override
  public Map<String, KnownContents> loadContents(String engine) {
    return Map.copyOf(kept);
  }

  @Override
  public void saveContents(String engine, String imageId, KnownContents contents) {
    kept.put(imageId, contents);
  }
}
