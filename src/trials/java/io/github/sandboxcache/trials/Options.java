package io.github.sandboxcache.trials;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the trials were asked for.
 *
 * @param trials names of trials, in the order of running
 * @param values options by name, without the dashes
 */
public record Options(List<String> trials, Map<String, String> values) {
  private static final String DASHES = "--";
  private static final String ANYWAY = "anyway";
  private static final Set<String> FLAGS = Set.of("help", ANYWAY);
  private static final String LAUNCHER = "target/sandbox-cache/bin/sandbox-cache";

  /** Reads words like {@code removals names --engine unix:///var/run/docker.sock}. */
  static Options of(String[] words) {
    List<String> trials = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < words.length; i++) {
      if (!words[i].startsWith(DASHES)) {
        trials.add(words[i]);
        continue;
      }
      String name = words[i].substring(DASHES.length());
      if (FLAGS.contains(name)) {
        values.put(name, "");
      } else if (i + 1 < words.length) {
        values.put(name, words[++i]);
      } else {
        throw new IllegalArgumentException(words[i] + " needs a value");
      }
    }
    return new Options(List.copyOf(trials), Map.copyOf(values));
  }

  /** The option's value, where given. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A number, as given or by default. */
  public int number(String name, int otherwise) {
    return value(name).map(Integer::parseInt).orElse(otherwise);
  }

  /** The number that all that is random comes from. */
  public long seed() {
    return value("seed").map(Long::parseLong).orElseGet(System::currentTimeMillis);
  }

  /** The container engine's address. */
  public String engine() {
    return value("engine")
        .or(() -> Optional.ofNullable(System.getenv("DOCKER_HOST")))
        .orElse("unix:///var/run/docker.sock");
  }

  /** The app that is tried. */
  public Path launcher() {
    return Path.of(value("launcher").orElse(LAUNCHER)).toAbsolutePath();
  }

  /** Whether an engine with things of others is taken, too. */
  public boolean anyway() {
    return values.containsKey(ANYWAY);
  }
}
