package io.github.sandboxcache.engine;

import io.github.sandboxcache.port.EngineAttempt;
import io.github.sandboxcache.port.EngineAttempt.Failure;
import io.github.sandboxcache.port.EngineAttempt.Source;
import java.nio.file.Path;
import java.util.Optional;

/** The variable {@code DOCKER_HOST}, with the variables for TLS that belong to it. */
final class DockerHostStrategy implements EndpointStrategy {
  private static final String VARIABLE = "DOCKER_HOST";

  @Override
  public Proposal propose(EngineEnvironment environment) {
    return environment
        .variable(VARIABLE)
        .map(
            address ->
                Proposal.meant(
                    Endpoint.named(address, Source.ENVIRONMENT, VARIABLE)
                        .withCertificates(certificates(environment))))
        .orElseGet(
            () ->
                Proposal.nothing(
                    Optional.of(
                        new EngineAttempt(VARIABLE, Source.ENVIRONMENT, Failure.NOT_SET, ""))));
  }

  static Optional<Path> certificates(EngineEnvironment environment) {
    return environment
        .variable("DOCKER_TLS_VERIFY")
        .map(
            _ ->
                environment
                    .variable("DOCKER_CERT_PATH")
                    .map(Path::of)
                    .orElseGet(environment::dockerConfig));
  }
}
