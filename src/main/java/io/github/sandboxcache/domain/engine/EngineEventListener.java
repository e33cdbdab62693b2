package io.github.sandboxcache.domain.engine;

/** Hears what happens in an engine, from one thread. */
public interface EngineEventListener {
  /** Something changed. */
  void onEvent(EngineEvent event);

  /**
   * The stream ended without having been closed; no further call comes.
   *
   * @param cause why, for the log and for the status bar
   */
  void onBreak(EngineException cause);
}
