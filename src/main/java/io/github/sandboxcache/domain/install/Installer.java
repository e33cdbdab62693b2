package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;

/** Brings packages into the cache. */
public interface Installer {
  /** Steps of {@link io.github.sandboxcache.domain.task.Progress}, in their order. */
  String STEP_BASE_IMAGE = "base-image";

  String STEP_PACKAGES = "packages";
  String STEP_SAVE_IMAGE = "save-image";

  /**
   * Makes the image of those packages, or finds that it is there. Waits until it is done; two
   * installs of one key at once run once. Records the hit or miss.
   *
   * @return the outcome; a failing package manager or a refused name is an unsuccessful result, not
   *     an exception
   * @throws java.util.concurrent.CancellationException once cancelled; nothing is left then
   * @throws io.github.sandboxcache.domain.engine.EngineException when the engine is gone
   */
  InstallResult install(
      InstallRequest request, ProgressListener listener, Cancellation cancellation);
}
