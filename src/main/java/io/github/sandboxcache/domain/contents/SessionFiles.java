package io.github.sandboxcache.domain.contents;

import java.util.List;
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

  private static final Pattern HOMES_OF_TOOLS =
      Pattern.compile(
          "(?:root|home/[^/]+)/(?:\\.cache|\\.cargo|\\.rustup|\\.npm|\\.bun|\\.gem|\\.bundle"
              + "|\\.config/go|\\.local/(?:bin|lib|state/pnpm|share/(?:pnpm|gem|man)))/.*",
          Pattern.DOTALL);

  /** Copies the list, so that the record never changes. */
  public SessionFiles {
    largest = List.copyOf(largest);
  }

  /**
   * Whether a file of an own layer is of a session, not of a package, unless {@link Scaffolding}
   * knows it better.
   */
  public static boolean holds(String path) {
    return PLACE.matcher(path).matches()
        && !PackagePaths.holds(path)
        && WasteKind.of(path).isEmpty()
        && !HOMES_OF_TOOLS.matcher(path).matches()
        && !Scaffolding.isManifest(path);
  }
}
