package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.removal.RemovalPlan;

/** What the question asks of the window around it. FX thread only. */
public interface ClearActions {
  /** Starts the announced clear after its countdown. */
  void clear(RemovalPlan plan);

  /** Closes the question; nothing happens. */
  void close();
}
