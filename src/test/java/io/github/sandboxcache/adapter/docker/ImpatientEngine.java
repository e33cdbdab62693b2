package io.github.sandboxcache.adapter.docker;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Real engines that are given up much sooner than the app gives them up. */
public final class ImpatientEngine {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final RegistryLogins NO_LOGINS = RegistryLogins.in(Path.of("absent"));

  private ImpatientEngine() {}

  /** An engine that answers now, and is given up after so long a silence later on. */
  public static ContainerEngine at(URI uri, Duration silence) {
    EngineConnection connection = EngineConnection.at(uri, Optional.empty(), silence);
    EngineVersion version = version(uri);
    ApiVersion api = version.negotiate().orElseThrow();
    return DockerEngine.of(endpoint(uri), connection, version, api, NO_LOGINS);
  }

  /**
   * Asked with patience: a busy machine may take longer to answer than the silence that is tried.
   */
  private static EngineVersion version(URI uri) {
    try (EngineConnection patient = EngineConnection.at(uri, Optional.empty(), PATIENCE)) {
      return EngineVersion.of(patient.send(EngineRequest.get("/version"), JsonNode.class));
    }
  }

  /** Looks for an engine as the app does, and not for longer than that. */
  public static Outcome find(URI uri, Duration patience) {
    return switch (new EngineProbe(patience, NO_LOGINS, SshProgram.ofSystem())
        .probe(endpoint(uri))) {
      case EngineProbe.Answer.Connected(DockerEngine engine) ->
          new Outcome.Connected(engine, List.of());
      case EngineProbe.Answer.Failed(var attempt) -> new Outcome.NoEngine(List.of(attempt));
    };
  }

  private static Endpoint endpoint(URI uri) {
    return Endpoint.named(uri.toString(), Source.CHOSEN, "");
  }
}
