package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.engine.EngineContainer;

/** Tells the containers in which this app installs from all others. */
public final class InstallContainers {
  private InstallContainers() {}

  /** Whether an install of this app, of any process, made that container. */
  public static boolean includes(EngineContainer container) {
    return InstallMark.of(container).isPresent();
  }
}
