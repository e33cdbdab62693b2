package io.github.sandboxcache.domain.registry;

import io.github.sandboxcache.domain.task.Cancellation;
import java.util.Optional;

/** The logins that this user has for registries. Thread-safe; may wait for a helper program. */
public interface RegistryCredentials {
  /** No login anywhere. */
  RegistryCredentials NONE = (_, _) -> Optional.empty();

  /**
   * The login for a registry.
   *
   * @param host as in {@link RegistryAddress}
   * @return empty for none, also when it cannot be had, which is logged
   */
  Optional<Login> of(String host, Cancellation cancellation);

  /**
   * A login. Its parts are never shown.
   *
   * @param user the user's name; empty with a token
   * @param secret the password; empty with a token
   * @param identityToken what an access token is given for; empty with a password
   * @param accessToken what a registry takes as it is; empty mostly
   */
  record Login(String user, String secret, String identityToken, String accessToken) {
    @Override
    public String toString() {
      return "Login[…]";
    }
  }
}
