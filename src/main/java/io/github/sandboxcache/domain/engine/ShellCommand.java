package io.github.sandboxcache.domain.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How people run an image's shell themselves, by the command of the engine that has it. */
public final class ShellCommand {
  private static final Pattern HARMLESS_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./:@-]*");
  private static final String USUAL_SOCKET = "unix:///var/run/docker.sock";
  private static final String USUAL_PIPE = "npipe:////./pipe/docker_engine";

  private static final Pattern PLAIN_ARGUMENT = Pattern.compile("[A-Za-z0-9_./:@=-]+");

  private ShellCommand() {}

  /**
   * The program and its arguments, for example {@code docker run --rm -it NAME sh}; the engine is
   * named where it is not the usual one.
   *
   * @return empty for made-up data, and for a name that no engine gives
   */
  public static Optional<List<String>> of(EngineDescription engine, String reference) {
    if (engine.sample() || !HARMLESS_NAME.matcher(reference).matches()) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>();
    if (engine.product().equals("Podman")) {
      command.addAll(List.of("podman", "--remote", "--url", engine.endpoint()));
    } else {
      command.add("docker");
      if (!engine.endpoint().equals(USUAL_SOCKET) && !engine.endpoint().equals(USUAL_PIPE)) {
        command.addAll(List.of("-H", engine.endpoint().replaceFirst("^https?://", "tcp://")));
      }
    }
    command.addAll(List.of("run", "--rm", "-it", reference, "sh"));
    return Optional.of(List.copyOf(command));
  }

  /** The command in one line, as people give it to a shell. */
  public static String text(List<String> command) {
    return command.stream()
        .map(
            argument ->
                PLAIN_ARGUMENT.matcher(argument).matches()
                    ? argument
                    : "'" + argument.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }
}
