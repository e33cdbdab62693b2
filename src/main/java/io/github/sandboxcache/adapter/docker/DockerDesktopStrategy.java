package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sockets that Docker Desktop keeps in the home directory. */
final class DockerDesktopStrategy implements EndpointStrategy {
  @Override
  public Proposal propose(EngineEnvironment environment) {
    Path settings = environment.home().resolve(".docker");
    Stream<Path> sockets =
        switch (environment.platform()) {
          case LINUX -> Stream.of(settings.resolve("desktop/docker.sock"));
          case MAC ->
              Stream.of(
                  settings.resolve("desktop/docker.sock"), settings.resolve("run/docker.sock"));
          case WINDOWS -> Stream.of();
        };
    List<Endpoint> endpoints =
        sockets.map(path -> Endpoint.socket(path, Source.DOCKER_DESKTOP, environment)).toList();
    return Proposal.usual(endpoints);
  }
}
