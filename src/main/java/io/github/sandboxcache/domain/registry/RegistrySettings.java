package io.github.sandboxcache.domain.registry;

import java.util.Optional;

/**
 * What is set about the team's registry.
 *
 * @param address where it is; empty for none
 * @param pullBeforeInstall whether it is asked for an image before that is installed here
 */
public record RegistrySettings(Optional<RegistryAddress> address, boolean pullBeforeInstall) {
  /** No registry. */
  public static final RegistrySettings NONE = new RegistrySettings(Optional.empty(), false);

  /** The registry that is asked before an install; empty for none. */
  public Optional<RegistryAddress> askedFirst() {
    return address.filter(_ -> pullBeforeInstall);
  }
}
