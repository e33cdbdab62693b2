package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.engine.EngineEvent;

/** Follows an engine beside the catalog. Its methods return at once. */
public interface EngineObserver extends AutoCloseable {
  /** Sees nothing and does nothing. */
  EngineObserver NONE =
      new EngineObserver() {
        @Override
        public void onConnected() {}

        @Override
        public void onEvent(EngineEvent event) {}

        @Override
        public void close() {}
      };

  /** Events begin, at the start and after every interruption: what came before was not told. */
  void onConnected();

  /** Something happened. */
  void onEvent(EngineEvent event);

  /** Stops following. Returns at once. */
  @Override
  void close();
}
