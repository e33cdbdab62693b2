package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.registry.RegistryCredentials;
import io.github.sandboxcache.domain.task.Cancellation;
import java.util.Optional;

/** The docker command's logins, for whom the engine does not ask for us. Thread-safe. */
public final class DockerLogins implements RegistryCredentials {
  private final RegistryLogins logins;

  /** Those of the docker command in that environment. */
  public DockerLogins(EngineEnvironment environment) {
    this.logins = RegistryLogins.in(environment.dockerConfig());
  }

  @Override
  public Optional<Login> of(String host, Cancellation cancellation) {
    return logins
        .of(host + "/", cancellation)
        .credentials()
        .map(
            found ->
                new Login(
                    EngineJson.orEmpty(found.getUsername()),
                    EngineJson.orEmpty(found.getPassword()),
                    EngineJson.orEmpty(found.getIdentitytoken()),
                    EngineJson.orEmpty(found.getRegistrytoken())));
  }
}
