package io.github.sandboxcache.adapter.files;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A process that pins one image after the other. */
final class PinningProcess {
  private PinningProcess() {}

  /** Takes the file, the first number and how many. */
  static void main(String[] arguments) {
    JsonPinStore store = new JsonPinStore(Path.of(arguments[0]), Duration.ofMinutes(1));
    int first = Integer.parseInt(arguments[1]);
    for (int i = first; i < first + Integer.parseInt(arguments[2]); i++) {
      var _ = store.pin(List.of(new CacheReference(Language.PYTHON, "%012x".formatted(i))));
    }
  }

  static Process start(Path file, int first, int count) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            PinningProcess.class.getName(),
            file.toString(),
            Integer.toString(first),
            Integer.toString(count))
        .inheritIO()
        .start();
  }
}
