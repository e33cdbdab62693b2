package io.github.sandboxcache.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What Podman does to an image that it commits, whatever was asked for. */
public final class PodmanCommits {
  private static final Set<String> ITS_OWN = Set.of("TERM=xterm", "container=podman");

  private PodmanCommits() {}

  /**
   * Variables without the two that it adds, sorted, since each commit has another order. Of one
   * that an image names twice, as its imports do, the last counts, and a commit keeps only that.
   */
  public static List<String> variables(List<String> variables) {
    Map<String, String> byName = new TreeMap<>();
    variables.stream()
        .filter(variable -> !ITS_OWN.contains(variable))
        .forEach(variable -> byName.put(variable.replaceFirst("=.*", ""), variable));
    return List.copyOf(byName.values());
  }

  /** It writes down the root directory where none is named. */
  public static String workingDirectory(String directory) {
    return directory.isEmpty() ? "/" : directory;
  }
}
