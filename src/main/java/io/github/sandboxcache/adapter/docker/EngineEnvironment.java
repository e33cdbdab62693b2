package io.github.sandboxcache.adapter.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the machine says about where an engine may be.
 *
 * @param variables the environment variables
 * @param home the user's home directory
 * @param platform the kind of operating system
 * @param runtimeDirectory where the user's own services keep their sockets
 */
public record EngineEnvironment(
    Map<String, String> variables, Path home, Platform platform, Optional<Path> runtimeDirectory) {
  /** Kinds of operating systems whose engines live in different places. */
  public enum Platform {
    LINUX,
    MAC,
    WINDOWS
  }

  /** Copies the variables, so that the record never changes. */
  public EngineEnvironment {
    variables = Map.copyOf(variables);
  }

  /** The environment of this process. */
  public static EngineEnvironment current() {
    Map<String, String> variables = System.getenv();
    Path home = Path.of(System.getProperty("user.home"));
    Platform platform = platform(System.getProperty("os.name"));
    Optional<Path> runtime =
        value(variables, "XDG_RUNTIME_DIR")
            .map(Path::of)
            .or(() -> platform == Platform.LINUX ? userRuntime(home) : Optional.empty());
    return new EngineEnvironment(variables, home, platform, runtime);
  }

  /** The value of a variable; a blank one counts as not set, as for the docker command. */
  Optional<String> variable(String name) {
    return value(variables, name);
  }

  /** Whether those variables name an engine, which then comes before any that was remembered. */
  public static boolean isEngineNamedBy(Map<String, String> variables) {
    return value(variables, DockerHostStrategy.VARIABLE).isPresent();
  }

  private static Optional<String> value(Map<String, String> variables, String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /** Where the docker command keeps its settings. */
  Path dockerConfig() {
    return variable("DOCKER_CONFIG").map(Path::of).orElse(home.resolve(".docker"));
  }

  /** A path as people write it: with a tilde for the home directory. */
  String shortened(Path path) {
    return path.startsWith(home) ? "~/" + home.relativize(path) : path.toString();
  }

  private static Platform platform(String osName) {
    String name = osName.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return Platform.WINDOWS;
    }
    return name.startsWith("mac") ? Platform.MAC : Platform.LINUX;
  }

  private static Optional<Path> userRuntime(Path home) {
    try {
      return Optional.of(Path.of("/run/user", Files.getAttribute(home, "unix:uid").toString()));
    } catch (IOException | UnsupportedOperationException _) {
      // Without an owner of the home directory there is one place less to look at.
      return Optional.empty();
    }
  }
}
