package io.github.sandboxcache.domain.engine;

import java.util.List;
import java.util.Map;

/**
 * A command for a container, never read by a shell.
 *
 * @param arguments the program and its arguments
 * @param directory the absolute path to run in
 * @param environment variables for this command alone, nothing of them reaches the image
 * @param user the user to run as, for example {@code 0}
 */
public record ContainerCommand(
    List<String> arguments, String directory, Map<String, String> environment, String user) {
  /** Copies the collections and refuses an empty command. */
  public ContainerCommand {
    if (arguments.isEmpty()) {
      throw new IllegalArgumentException("a command needs a program");
    }
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }
}
