package io.github.sandboxcache.trials.trial;

import io.github.sandboxcache.trials.engine.EngineApi;
import io.github.sandboxcache.trials.engine.EngineState;

/** An engine goes on for a moment with what it was asked by a process that is no more. */
final class Settled {
  private static final int QUIET_LOOKS = 3;
  private static final long BETWEEN_LOOKS_MS = 100;

  private Settled() {}

  /** The state that did not change any more. */
  static EngineState state(EngineApi engine) throws InterruptedException {
    EngineState state = EngineState.of(engine);
    int quiet = 0;
    while (quiet < QUIET_LOOKS) {
      Thread.sleep(BETWEEN_LOOKS_MS);
      EngineState now = EngineState.of(engine);
      quiet = now.equals(state) ? quiet + 1 : 0;
      state = now;
    }
    return state;
  }
}
