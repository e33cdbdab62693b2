package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.engine.ContainerEngine;

/** Opens sessions, not yet started, on connected engines. */
@FunctionalInterface
public interface EngineSessions {
  /** A session on that engine, which it owns from then on. */
  EngineSession open(ContainerEngine engine);
}
