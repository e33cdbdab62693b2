package io.github.sandboxcache.bench.engine;

import io.github.sandboxcache.bench.process.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Plain {@code curl} on an engine's socket: what nothing can be much faster than. */
public final class Curl {
  private static final String UNIX = "unix://";
  private static final int AT_ONCE = 8;

  private final String socket;

  private Curl(String socket) {
    this.socket = socket;
  }

  /** For the engine at that address, which must be a socket of this machine. */
  public static Curl of(String engine) {
    if (!engine.startsWith(UNIX) || !Shell.has("curl")) {
      throw new IllegalStateException("needs curl and an engine on a unix socket");
    }
    return new Curl(engine.substring(UNIX.length()));
  }

  /** Asks one thing several times over one connection; ms of each answer, the start left out. */
  List<Double> times(String path, int count) {
    List<String> command = command("-w", "%{time_total}\\n");
    for (int i = 0; i < count; i++) {
      command.addAll(List.of("-o", "/dev/null", url(path)));
    }
    List<Double> times = new ArrayList<>();
    Shell.output(command, Map.of()).lines().forEach(s -> times.add(Double.parseDouble(s) * 1e3));
    // The first one makes the connection.
    return count > 1 ? times.subList(1, count) : times;
  }

  /** Sends a request without a body. */
  public String send(String method, String path) {
    return Shell.output(command("-X", method, url(path)), Map.of());
  }

  /** Loads images that were written as a tar. */
  void load(Path tar) {
    String answer =
        Shell.output(
            command(
                "-X",
                "POST",
                "-H",
                "Content-Type: application/x-tar",
                "-T",
                tar.toString(),
                url("/images/load?quiet=1")),
            Map.of());
    if (answer.contains("\"error")) {
      throw new IllegalStateException("the engine does not load images: " + answer);
    }
  }

  /** Removes those references by one process, so many at once; says how many ms it took. */
  double remove(List<String> references, boolean severalAtOnce) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String reference : references) {
      lines.add("url = \"" + url("/images/" + reference + "?noprune=1") + "\"");
      lines.add("output = \"/dev/null\"");
    }
    Path list = Files.createTempFile("removals", ".curl");
    try {
      Files.write(list, lines);
      List<String> command = command("-X", "DELETE", "-K", list.toString());
      if (severalAtOnce) {
        Collections.addAll(command, "-Z", "--parallel-max", Integer.toString(AT_ONCE));
      }
      return Shell.time(command, Map.of());
    } finally {
      Files.delete(list);
    }
  }

  private List<String> command(String... more) {
    List<String> command = new ArrayList<>(List.of("curl", "-sS", "-g", "--unix-socket", socket));
    Collections.addAll(command, more);
    return command;
  }

  private static String url(String path) {
    return "http://localhost" + path;
  }
}
