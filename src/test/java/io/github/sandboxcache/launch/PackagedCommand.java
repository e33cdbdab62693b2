package io.github.sandboxcache.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.OS;

/**
 * The start script of a packaged app, run as a user without a display would run it.
 *
 * @param script of the package
 * @param directory where the app keeps its files, and where what it prints is put
 */
record PackagedCommand(Path script, Path directory) {
  /** What a process left. */
  record Run(int code, String out, String err) {}

  /** Runs it to its end. */
  Run run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    int code = start(environment, arguments).waitFor();
    return new Run(code, out(), err());
  }

  /** Starts it; {@link #out} and {@link #err} tell what it has printed so far. */
  Process start(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (OS.LINUX.isCurrentOs()) {
      // A build in the background ignores these signals, and so would all that it starts.
      command.addAll(List.of("env", "--default-signal=INT,HUP"));
    }
    command.add(script.toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(directory.resolve("out").toFile())
            .redirectError(directory.resolve("err").toFile());
    builder.environment().remove("DISPLAY");
    builder.environment().remove("WAYLAND_DISPLAY");
    builder.environment().put("SANDBOX_CACHE_HOME", directory.resolve("home").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  String out() throws IOException {
    return Files.readString(directory.resolve("out"), StandardCharsets.UTF_8);
  }

  String err() throws IOException {
    return Files.readString(directory.resolve("err"), StandardCharsets.UTF_8);
  }
}
