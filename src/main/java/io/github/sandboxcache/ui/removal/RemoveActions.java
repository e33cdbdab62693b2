package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.removal.RemovalPlan;

/** What the question asks of the window around it. FX thread only. */
public interface RemoveActions {
  /** Starts the announced removal after its countdown. */
  void remove(RemovalPlan plan);

  /** Closes the question; nothing happens. */
  void close();
}
