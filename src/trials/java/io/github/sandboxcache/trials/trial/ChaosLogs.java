package io.github.sandboxcache.trials.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** ChaosLogs of a sandbox server, each line of which is one hit that no other line tells. */
final class ChaosLogs {
  /** The first letters of the one package in each hit. */
  static final String PACKAGE = "chaos-hit-";

  private static final Duration AGE = Duration.ofHours(12);

  private final Path folder;
  private final Instant begin = Instant.now().minus(AGE);
  private final List<String> told = new ArrayList<>();
  private int files;

  /** In an empty folder. */
  ChaosLogs(Path folder) {
    this.folder = folder;
  }

  /** The log that the app follows. */
  Path followed() {
    return folder.resolve("followed.log");
  }

  /** Writes more into the log that is followed; now and then into a new one after a rotation. */
  void goOn(int lines, boolean rotate) throws IOException {
    if (rotate && Files.exists(followed())) {
      Path _ =
          Files.move(
              followed(), folder.resolve("followed.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    Path _ =
        Files.writeString(
            followed(), hits(lines), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** A log that nobody follows. */
  synchronized Path file(int lines) throws IOException {
    return Files.writeString(folder.resolve("log-" + ++files + ".txt"), hits(lines));
  }

  /** The packages of all hits so far. */
  synchronized List<String> told() {
    return List.copyOf(told);
  }

  private synchronized String hits(int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      int number = told.size();
      told.add(PACKAGE + number);
      text.append(
          String.format(
              Locale.ROOT,
              "{\"level\":30,\"time\":%d,\"pid\":1,\"hostname\":\"h\",\"component\":\"PackageCache\","
                  + "\"language\":\"python\",\"packages\":[\"%s%d\"],\"imageName\":\"mcp-sandbox-python:%012x\",\"msg\":\"Package"
                  + " cache hit - skipping installation\"}%n",
              begin.toEpochMilli() + number,
              PACKAGE,
              number,
              number % 50));
    }
    return text.toString();
  }
}
