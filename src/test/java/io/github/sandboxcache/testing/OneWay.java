package io.github.sandboxcache.testing;

import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.domain.engine.EngineIdentity;
import java.util.Set;

/** One of several ways to an engine, and what it says there of itself. */
public final class OneWay {
  private OneWay() {}

  /** That engine at that address, where it says which one it is. */
  public static ContainerEngine to(ContainerEngine engine, String address, String id) {
    return to(engine, address, EngineIdentity.of(id, Set.of(address)));
  }

  /** That engine at that address, where it does not say which one it is. */
  public static ContainerEngine to(ContainerEngine engine, String address) {
    return to(engine, address, EngineIdentity.at(address));
  }

  private static ContainerEngine to(
      ContainerEngine engine, String address, EngineIdentity identity) {
    EngineDescription real = engine.description();
    EngineDescription there =
        new EngineDescription(
            real.product(),
            real.version(),
            real.apiVersion(),
            address,
            real.source(),
            real.naming(),
            real.sample());
    ContainerEngine moved =
        FailingCall.answering(ContainerEngine.class, engine, "description", () -> there);
    return FailingCall.answering(ContainerEngine.class, moved, "identity", () -> identity);
  }
}
