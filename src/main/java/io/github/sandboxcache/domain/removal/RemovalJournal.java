package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.catalog.CachedImage;

/**
 * Keeps what becomes of each removal, from before the engine is asked: whatever ends the process in
 * between, nothing that went is missing afterwards. Called from several threads at once. Never
 * fails: what is gone is gone, also when it cannot be written down.
 */
public interface RemovalJournal {
  /** The engine is about to be asked to remove that reference. */
  void asking(CachedImage image);

  /** It is gone. */
  void removed(CachedImage image);

  /** It is still there. */
  void stayed(CachedImage image);

  /** Keeps nothing. */
  RemovalJournal NONE =
      new RemovalJournal() {
        @Override
        public void asking(CachedImage image) {}

        @Override
        public void removed(CachedImage image) {}

        @Override
        public void stayed(CachedImage image) {}
      };
}
