package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import java.nio.file.Path;
import java.util.List;

/** Docker's usual local socket, or its named pipe on Windows. */
final class DockerSocketStrategy implements EndpointStrategy {
  @Override
  public Proposal propose(EngineEnvironment environment) {
    return Proposal.usual(
        List.of(
            switch (environment.platform()) {
              case LINUX, MAC ->
                  Endpoint.socket(
                      Path.of("/var/run/docker.sock"), Source.DOCKER_SOCKET, environment);
              case WINDOWS ->
                  Endpoint.named("npipe:////./pipe/docker_engine", Source.DOCKER_SOCKET, "");
            }));
  }
}
