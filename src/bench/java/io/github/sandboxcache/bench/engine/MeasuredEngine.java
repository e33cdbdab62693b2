package io.github.sandboxcache.bench.engine;

import io.github.sandboxcache.engine.DockerEngineConnector;
import io.github.sandboxcache.engine.EngineEnvironment;
import io.github.sandboxcache.port.ContainerEngine;
import io.github.sandboxcache.port.EngineConnector.Outcome;
import java.util.Optional;

/** Connects as the app does. */
final class MeasuredEngine {
  private MeasuredEngine() {}

  static ContainerEngine connect(String address) {
    return switch (new DockerEngineConnector(EngineEnvironment.current())
        .connect(Optional.of(address))) {
      case Outcome.Connected(ContainerEngine engine, var _) -> engine;
      case Outcome.NoEngine _ ->
          throw new IllegalStateException("no engine answers at " + address + "; see --engine");
    };
  }
}
