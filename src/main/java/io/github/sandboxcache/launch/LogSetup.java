package io.github.sandboxcache.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells the logging backend where to write, before anything is logged: a rotating file in the
 * user's log directory, and warnings on standard error. Without a place for a file the app still
 * runs.
 */
final class LogSetup {
  /** With less room the backend would print an error of its own for each line. */
  private static final long MIN_BYTES = 64 << 10;

  private LogSetup() {}

  /**
   * Configures it.
   *
   * @param mayCreate whether the directory is made where it is missing
   */
  static void configure(Path directory, boolean mayCreate) {
    // Looking for a provider would open every jar; and that it was named is no news to anybody.
    System.setProperty("slf4j.provider", LateLogging.class.getName());
    System.setProperty("slf4j.internal.verbosity", "WARN");
    Map.of(
            // Lines are written at once; and the first one may come when the process is ending.
            "autoshutdown", "false",
            "level", "info",
            // The engine library tells every failure twice.
            "level@com.github.dockerjava", "error",
            // The client was told already what was wrong with its call.
            "level@io.modelcontextprotocol", "error",
            "writerStderr", "console",
            "writerStderr.level", "warn",
            "writerStderr.stream", "err",
            "writerStderr.format", "{level}: {message-only}")
        .forEach(LogSetup::set);
    if (isUsable(directory, mayCreate)) {
      String file = directory.resolve("sandbox-cache.{count}.log").toString();
      Map.of(
              "writerFile", "rolling file",
              "writerFile.level", "info",
              "writerFile.file", file,
              "writerFile.charset", "UTF-8",
              "writerFile.policies", "size: 1mb",
              "writerFile.backups", "5",
              "writerFile.format",
                  "{date: yyyy-MM-dd HH:mm:ss.SSS} {level} {pid} {class-name} {message}")
          .forEach(LogSetup::set);
    }
  }

  private static void set(String key, String value) {
    System.setProperty("tinylog." + key, value);
  }

  /** Braces mean something in the backend's file names. */
  private static boolean isUsable(Path directory, boolean mayCreate) {
    String name = directory.toString();
    if (name.indexOf('{') >= 0 || name.indexOf('}') >= 0) {
      return false;
    }
    try {
      if (mayCreate) {
        Files.createDirectories(directory);
      }
      try (Stream<Path> there = Files.list(directory)) {
        return Files.isWritable(directory)
            && there.allMatch(Files::isWritable)
            && directory.toFile().getUsableSpace() > MIN_BYTES;
      }
    } catch (IOException | UncheckedIOException _) {
      return false;
    }
  }
}
