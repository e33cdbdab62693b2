package io.github.sandboxcache.trials.app;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Optional;

/**
 * A display for the window: that of this session, else one that nobody sees.
 *
 * @param name as in the variable {@code DISPLAY}
 * @param server what draws it, where that is ours
 */
public record Display(String name, Optional<Process> server) implements AutoCloseable {
  /**
   * Finds or makes one.
   *
   * @throws IOException when there is none and Xvfb does not start
   */
  public static Display open() throws IOException {
    Optional<String> there = Optional.ofNullable(System.getenv("DISPLAY"));
    if (there.isPresent()) {
      return new Display(there.get(), Optional.empty());
    }
    Process server =
        new ProcessBuilder(
                List.of(
                    "Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"))
            .redirectError(Redirect.DISCARD)
            .start();
    String number = server.inputReader().readLine();
    if (number == null) {
      throw new IOException("Xvfb does not start");
    }
    return new Display(":" + number, Optional.of(server));
  }

  @Override
  public void close() {
    server.ifPresent(Process::destroy);
  }
}
