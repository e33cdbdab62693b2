package io.github.sandboxcache.testing;

import java.util.List;
import java.util.Set;

/** What Podman does to an image that it commits, whatever was asked for. */
public final class PodmanCommits {
  private static final Set<String> ITS_OWN = Set.of("TERM=xterm", "container=podman");

  private PodmanCommits() {}

  /** Variables without the two that it adds, sorted, since each commit has another order. */
  public static List<String> variables(List<String> variables) {
    return variables.stream().filter(variable -> !ITS_OWN.contains(variable)).sorted().toList();
  }

  /** It writes down the root directory where none is named. */
  public static String workingDirectory(String directory) {
    return directory.isEmpty() ? "/" : directory;
  }
}
