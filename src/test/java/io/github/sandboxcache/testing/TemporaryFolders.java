package io.github.sandboxcache.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Directories for what tests make apart from any one test. All are within one directory, which is
 * deleted when the process ends.
 */
public final class TemporaryFolders {
  private static final Path OF_THIS_PROCESS = ofThisProcess();

  private TemporaryFolders() {}

  /**
   * A new, empty one.
   *
   * @param name what its name begins with
   */
  public static Path create(String name) {
    try {
      return Files.createTempDirectory(OF_THIS_PROCESS, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path ofThisProcess() {
    try {
      Path folder = Files.createTempDirectory("sandbox-cache-test");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
