package io.github.sandboxcache.domain.engine;

import java.util.List;

/**
 * How an image wants to be run; an image that is made from it must keep all of it.
 *
 * @param imageId the engine's id
 * @param command the Cmd, empty when there is none
 * @param entrypoint the Entrypoint, empty when there is none
 * @param user the User, empty for root
 * @param workingDirectory the WorkingDir, empty for /
 * @param environment the Env, {@code NAME=value}
 * @param volumes the paths of its volumes; what is written below them is in no image
 * @param healthCheck whether the image names a command that checks its containers
 */
public record ImageConfig(
    String imageId,
    List<String> command,
    List<String> entrypoint,
    String user,
    String workingDirectory,
    List<String> environment,
    List<String> volumes,
    boolean healthCheck) {
  /** Copies the lists, so that the record never changes. */
  public ImageConfig {
    command = List.copyOf(command);
    entrypoint = List.copyOf(entrypoint);
    environment = List.copyOf(environment);
    volumes = List.copyOf(volumes);
  }
}
