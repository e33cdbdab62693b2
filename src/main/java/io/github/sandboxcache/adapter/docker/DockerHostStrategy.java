package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import java.nio.file.Path;
import java.util.Optional;

/** The variable {@code DOCKER_HOST}, with the variables for TLS that belong to it. */
final class DockerHostStrategy implements EndpointStrategy {
  static final String VARIABLE = "DOCKER_HOST";

  @Override
  public Proposal propose(EngineEnvironment environment) {
    return environment
        .variable(VARIABLE)
        .map(
            address ->
                Proposal.meant(
                    Endpoint.named(address, Source.ENVIRONMENT, VARIABLE).with(tls(environment))))
        .orElseGet(
            () ->
                Proposal.nothing(
                    Optional.of(
                        new EngineAttempt(VARIABLE, Source.ENVIRONMENT, Failure.NOT_SET, ""))));
  }

  /** Any value at all counts, as for the docker command. */
  static Optional<Tls> tls(EngineEnvironment environment) {
    boolean verified = environment.variable("DOCKER_TLS_VERIFY").isPresent();
    if (!verified && environment.variable("DOCKER_TLS").isEmpty()) {
      return Optional.empty();
    }
    Path files =
        environment.variable("DOCKER_CERT_PATH").map(Path::of).orElseGet(environment::dockerConfig);
    return Optional.of(new Tls(Optional.of(files), verified));
  }
}
