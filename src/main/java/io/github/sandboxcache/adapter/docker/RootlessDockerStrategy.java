package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import java.util.List;

/** The socket of a Docker that runs as the user. */
final class RootlessDockerStrategy implements EndpointStrategy {
  @Override
  public Proposal propose(EngineEnvironment environment) {
    return Proposal.usual(
        environment
            .runtimeDirectory()
            .map(
                runtime ->
                    List.of(
                        Endpoint.socket(
                            runtime.resolve("docker.sock"), Source.DOCKER_ROOTLESS, environment)))
            .orElse(List.of()));
  }
}
