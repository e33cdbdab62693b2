package io.github.sandboxcache.build.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Programs of the system that make packages. */
final class Tool {
  private Tool() {}

  static boolean present(String name) {
    return Stream.of(
            System.getenv("PATH").split(Pattern.quote(System.getProperty("path.separator"))))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
  }

  /** Runs a program to its end. What it prints is shown only when it fails. */
  static void run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("tool", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      int code = builder.start().waitFor();
      if (code != 0) {
        throw new IOException(
            "%s ended with %d:%n%s"
                .formatted(String.join(" ", command), code, Files.readString(log)));
      }
    } finally {
      Files.delete(log);
    }
  }
}
