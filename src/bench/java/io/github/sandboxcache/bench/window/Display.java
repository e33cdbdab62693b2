package io.github.sandboxcache.bench.window;

import io.github.sandboxcache.bench.process.Shell;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A screen in memory where there is Xvfb, else the user's own. */
final class Display implements AutoCloseable {
  private final Optional<Process> server;
  private final String name;

  private Display(Optional<Process> server, String name) {
    this.server = server;
    this.name = name;
  }

  static Display open() throws IOException {
    if (!Shell.has("Xvfb")) {
      @Nullable String own = System.getenv("DISPLAY");
      if (own == null) {
        throw new IllegalStateException("needs Xvfb or a display");
      }
      return new Display(Optional.empty(), own);
    }
    Process server =
        new ProcessBuilder(
                List.of(
                    "Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // Not closed: the server ends when nobody reads any more.
    BufferedReader lines =
        new BufferedReader(
            new java.io.InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    return new Display(Optional.of(server), ":" + lines.readLine());
  }

  Map<String, String> environment() {
    return Map.of("DISPLAY", name);
  }

  String describe() {
    return server.isPresent() ? "a screen in memory (Xvfb)" : "the user's display";
  }

  @Override
  public void close() {
    server.ifPresent(Process::destroy);
  }
}
