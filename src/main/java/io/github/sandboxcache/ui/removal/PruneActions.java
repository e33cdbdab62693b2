package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.removal.RemovalPlan;

/** What the preview asks of the window around it. FX thread only. */
public interface PruneActions {
  /**
   * Starts the announced prune after its countdown.
   *
   * @param plan what was announced
   * @param keep how many of each language it keeps; becomes the policy from now on
   */
  void prune(RemovalPlan plan, int keep);

  /** Closes the preview. */
  void close();
}
