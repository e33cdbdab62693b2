package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Podman's API sockets: the user's own, then the system's. */
final class PodmanSocketStrategy implements EndpointStrategy {
  @Override
  public Proposal propose(EngineEnvironment environment) {
    List<Endpoint> endpoints = new ArrayList<>();
    environment
        .runtimeDirectory()
        .map(runtime -> runtime.resolve("podman/podman.sock"))
        .map(path -> Endpoint.socket(path, Source.PODMAN_SOCKET, environment))
        .ifPresent(endpoints::add);
    switch (environment.platform()) {
      case LINUX ->
          endpoints.add(
              Endpoint.socket(
                  Path.of("/run/podman/podman.sock"), Source.PODMAN_SOCKET, environment));
      case WINDOWS ->
          endpoints.add(
              Endpoint.named("npipe:////./pipe/podman-machine-default", Source.PODMAN_SOCKET, ""));
      case MAC -> {}
    }
    return Proposal.usual(endpoints);
  }
}
