package io.github.sandboxcache.port;

import java.util.List;

/**
 * How an image wants to be run; a committed image must keep all of it.
 *
 * @param imageId the engine's id
 * @param command the Cmd, empty when there is none
 * @param entrypoint the Entrypoint, empty when there is none
 * @param user the User, empty for root
 * @param workingDirectory the WorkingDir, empty for /
 * @param environment the Env, {@code NAME=value}
 */
public record ImageConfig(
    String imageId,
    List<String> command,
    List<String> entrypoint,
    String user,
    String workingDirectory,
    List<String> environment) {
  /** Copies the lists, so that the record never changes. */
  public ImageConfig {
    command = List.copyOf(command);
    entrypoint = List.copyOf(entrypoint);
    environment = List.copyOf(environment);
  }
}
