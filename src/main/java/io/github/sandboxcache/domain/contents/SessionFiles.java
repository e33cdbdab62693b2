package io.github.sandboxcache.domain.contents;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Files that somebody's session left in the image rather than its packages.
 *
 * @param count all of them
 * @param largest the largest first, up to a bound
 */
public record SessionFiles(FileCount count, List<SizedPath> largest) {
  private static final Pattern PLACE =
      Pattern.compile("(?:workspace|home|root|tmp|var/tmp|app|mnt|srv)/.*", Pattern.DOTALL);

  /** What package managers themselves write into a workspace or a home. */
  private static final Set<String> INSTALLERS_OWN =
      Set.of(
          "package.json",
          "package-lock.json",
          "pnpm-lock.yaml",
          "pnpm-workspace.yaml",
          "yarn.lock",
          "bun.lock",
          "bun.lockb",
          "go.mod",
          "go.sum",
          "Cargo.toml",
          "Cargo.lock",
          "requirements.txt",
          "Gemfile",
          "Gemfile.lock");

  /** What {@code cargo init} writes, long as it is. */
  private static final String FIRST_PROGRAM = "workspace/src/main.rs";

  private static final long BYTES_OF_FIRST_PROGRAM = 45;

  private static final Pattern HOMES_OF_TOOLS =
      Pattern.compile(
          "(?:root|home/[^/]+)/(?:\\.cache|\\.cargo|\\.rustup|\\.npm|\\.bun|\\.gem|\\.bundle"
              + "|\\.config/go|\\.local/(?:bin|lib|state/pnpm|share/(?:pnpm|gem|man)))/.*",
          Pattern.DOTALL);

  /** Copies the list, so that the record never changes. */
  public SessionFiles {
    largest = List.copyOf(largest);
  }

  /** Whether a file of an own layer is of a session, not of a package. */
  public static boolean holds(String path, long bytes) {
    boolean firstProgram = bytes == BYTES_OF_FIRST_PROGRAM && path.equals(FIRST_PROGRAM);
    return !firstProgram
        && PLACE.matcher(path).matches()
        && !PackagePaths.holds(path)
        && WasteKind.of(path).isEmpty()
        && !HOMES_OF_TOOLS.matcher(path).matches()
        && !INSTALLERS_OWN.contains(path.substring(path.lastIndexOf('/') + 1));
  }
}
