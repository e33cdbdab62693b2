package io.github.sandboxcache.domain.registry;

/**
 * What an image runs on.
 *
 * @param os the operating system as images name it, {@code linux}
 * @param architecture the processor as images name it, {@code amd64}
 */
public record Platform(String os, String architecture) {
  @Override
  public String toString() {
    return os + "/" + architecture;
  }
}
