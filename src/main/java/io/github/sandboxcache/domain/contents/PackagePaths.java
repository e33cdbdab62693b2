package io.github.sandboxcache.domain.contents;

import java.util.Set;

/** The directories in which package managers keep packages. */
final class PackagePaths {
  private static final Set<String> NAMES =
      Set.of("node_modules", "site-packages", "dist-packages", "gems", "rubygems", "venv", ".venv");

  private PackagePaths() {}

  /** Whether it is below one of them. */
  static boolean holds(String path) {
    if (path.contains("pkg/mod/") || path.contains(".dist-info/")) {
      return true;
    }
    for (int from = 0, slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
      if (NAMES.contains(path.substring(from, slash))) {
        return true;
      }
      from = slash + 1;
    }
    return false;
  }
}
