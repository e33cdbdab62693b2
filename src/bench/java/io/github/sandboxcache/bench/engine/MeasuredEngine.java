package io.github.sandboxcache.bench.engine;

import io.github.sandboxcache.adapter.docker.DockerEngineConnector;
import io.github.sandboxcache.adapter.docker.EngineEnvironment;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
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
