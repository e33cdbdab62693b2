package io.github.sandboxcache.ui.remove;

import io.github.sandboxcache.removal.RemovalPlan;

/** What the question asks of the window around it. FX thread only. */
public interface RemoveActions {
  /** Starts the announced removal after its countdown. */
  void remove(RemovalPlan plan);

  /** Closes the question; nothing happens. */
  void close();
}
