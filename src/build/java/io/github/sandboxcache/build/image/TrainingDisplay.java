package io.github.sandboxcache.build.image;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the training window opens: on the display there is, on Linux else on one without a screen
 * (Xvfb) and, where that is not installed either, on JavaFX's headless platform, which leaves out
 * the classes of the real one.
 *
 * @param number of the display; empty when none is to be named
 * @param options for the JVM
 * @param server to be ended afterwards
 */
record TrainingDisplay(Optional<String> number, List<String> options, Optional<Process> server)
    implements AutoCloseable {
  private static final String XVFB = "Xvfb";

  static TrainingDisplay open(Path work) throws IOException {
    Map<String, String> environment = System.getenv();
    if (!Platform.isLinux() || environment.containsKey("DISPLAY")) {
      return new TrainingDisplay(
          Optional.ofNullable(environment.get("DISPLAY")), List.of(), Optional.empty());
    }
    if (!isOnPath(environment.getOrDefault("PATH", ""))) {
      System.out.println("No display and no Xvfb: the window is trained on the headless platform.");
      return new TrainingDisplay(
          Optional.empty(),
          List.of("-Dglass.platform=Headless", "-Dprism.order=sw"),
          Optional.empty());
    }
    Process server =
        new ProcessBuilder(
                XVFB, "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp")
            .redirectError(work.resolve("xvfb.log").toFile())
            .start();
    BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
    String number = out.readLine();
    if (number == null) {
      throw new IOException("Xvfb does not start: " + Files.readString(work.resolve("xvfb.log")));
    }
    return new TrainingDisplay(Optional.of(":" + number), List.of(), Optional.of(server));
  }

  private static boolean isOnPath(String path) {
    return Stream.of(path.split(java.io.File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, XVFB)));
  }

  @Override
  public void close() {
    server.ifPresent(Process::destroy);
  }
}
