package io.github.sandboxcache.install;

import java.util.List;

/**
 * A command in the container that did not succeed.
 *
 * @param commandLine the command as one would type it
 * @param exitCode its exit code
 * @param lastLines the end of its output, made harmless; may be empty
 */
record CommandFailure(String commandLine, int exitCode, List<String> lastLines) {
  CommandFailure {
    lastLines = List.copyOf(lastLines);
  }
}
