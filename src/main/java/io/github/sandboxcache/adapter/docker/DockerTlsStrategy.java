package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the variables for TLS ask for it and nothing names a host, the docker command takes this
 * machine's port for TLS, and not the usual socket.
 */
final class DockerTlsStrategy implements EndpointStrategy {
  private static final String PORT_FOR_TLS = "tcp://localhost:2376";

  @Override
  public Proposal propose(EngineEnvironment environment) {
    return Stream.of("DOCKER_TLS_VERIFY", "DOCKER_TLS")
        .filter(name -> environment.variable(name).isPresent())
        .findFirst()
        .map(
            name ->
                Proposal.meant(
                    Endpoint.named(PORT_FOR_TLS, Source.ENVIRONMENT, name)
                        .with(DockerHostStrategy.tls(environment))))
        .orElseGet(() -> Proposal.nothing(Optional.empty()));
  }
}
