package io.github.sandboxcache.domain.task;

import io.github.sandboxcache.domain.task.ProcessLocks.Held;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/** A process that wants a lock and says what came of it. */
final class LockingProcess {
  private LockingProcess() {}

  /** Takes the directory and what is to be locked. */
  static void main(String[] arguments) {
    Cancellation cancellation = new Cancellation();
    StringBuilder said = new StringBuilder("has it");
    try (Held _ =
        new ProcessLocks(Path.of(arguments[0]))
            .acquire(
                arguments[1],
                "another process",
                holder -> {
                  said.replace(0, said.length(), "waits for " + holder);
                  cancellation.cancel();
                },
                cancellation)) {
      // It was free.
    } catch (CancellationException _) {
      // Somebody has it.
    }
    System.out.print(said);
  }

  /** What such a process says. */
  static String tryIn(Path directory, String what) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockingProcess.class.getName(),
                directory.toString(),
                what)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int _ = process.waitFor();
    return said;
  }
}
