package io.github.sandboxcache.trials.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A verb that runs.
 *
 * @param process its process, the app's own
 * @param out where its standard output goes
 * @param err where its standard error goes
 */
public record AppProcess(Process process, Path out, Path err) {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Sends a signal such as {@code INT}. */
  public void signal(String name) throws InterruptedException {
    try {
      int _ =
          new ProcessBuilder(List.of("kill", "-" + name, Long.toString(process.pid())))
              .start()
              .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("needs kill", e);
    }
  }

  /** Waits for its end; one that does not come is forced and fails. */
  public AppRun end() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the app did not end within " + PATIENCE);
    }
    try {
      AppRun run = new AppRun(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
