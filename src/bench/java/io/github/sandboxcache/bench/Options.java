package io.github.sandboxcache.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the benchmarks were asked for.
 *
 * @param parts names of parts, in the order of running
 * @param values options by name, without the dashes
 */
public record Options(List<String> parts, Map<String, String> values) {
  /** The app as the build leaves it. */
  public static final String LAUNCHER = "target/sandbox-cache/bin/sandbox-cache";

  private static final String DASHES = "--";

  /** Reads words like {@code ledger engine --engine unix:///var/run/docker.sock}. */
  static Options of(String[] words) {
    List<String> parts = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < words.length; i++) {
      if (!words[i].startsWith(DASHES)) {
        parts.add(words[i]);
      } else if (i + 1 < words.length) {
        values.put(words[i].substring(DASHES.length()), words[++i]);
      } else {
        throw new IllegalArgumentException(words[i] + " needs a value");
      }
    }
    return new Options(List.copyOf(parts), Map.copyOf(values));
  }

  /** The option's value, where given. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A file or folder, as given or by default. */
  public Path path(String name, String otherwise) {
    return Path.of(values.getOrDefault(name, otherwise)).toAbsolutePath();
  }

  /** A number, as given or by default. */
  public int number(String name, int otherwise) {
    return value(name).map(Integer::parseInt).orElse(otherwise);
  }

  /** The container engine's address. */
  public String engine() {
    return value("engine")
        .or(() -> Optional.ofNullable(System.getenv("DOCKER_HOST")))
        .orElse("unix:///var/run/docker.sock");
  }
}
