package io.github.sandboxcache.domain.contents;

import java.util.Optional;
import java.util.regex.Pattern;

/** Files that a program in the image can mostly do without. */
public enum WasteKind {
  /** What package managers keep of their downloads and lists. */
  CACHE,
  /** What Python compiles again by itself. */
  BYTECODE,
  /** Tests that packages bring along. */
  TESTS,
  /** Manuals, examples and other documents. */
  DOCS;

  private static final Pattern CACHES =
      Pattern.compile(
          "(?:root|home/[^/]+)/\\.(?:cache|npm)/.*"
              + "|var/cache/(?:apt|apk|debconf)/.*|etc/apk/cache/.*|var/lib/apt/lists/.*"
              + "|tmp/(?:node-compile-cache|pip-[^/]*|npm-[^/]*)/.*"
              + "|usr/local/cargo/registry/cache/.*",
          Pattern.DOTALL);
  private static final Pattern SYSTEM_DOCS =
      Pattern.compile("usr/(?:local/)?share/(?:doc|man|info|gtk-doc|ri)/.*", Pattern.DOTALL);

  /** What kind of waste a file at that path is; empty when it is none. */
  public static Optional<WasteKind> of(String path) {
    if (CACHES.matcher(path).matches() || isDownload(path)) {
      return Optional.of(CACHE);
    }
    if (path.endsWith(".pyc") || path.endsWith(".pyo")) {
      return Optional.of(BYTECODE);
    }
    if (SYSTEM_DOCS.matcher(path).matches()) {
      return Optional.of(DOCS);
    }
    return PackagePaths.holds(path) ? inPackage(path) : Optional.empty();
  }

  private static boolean isDownload(String path) {
    return path.contains(".cargo/registry/cache/")
        || path.contains(".bun/install/cache/")
        || (path.endsWith(".zip") && path.contains("pkg/mod/cache/download/"))
        || (path.endsWith(".gem") && path.contains("/cache/"));
  }

  private static Optional<WasteKind> inPackage(String path) {
    if (path.contains("/tests/") || path.contains("/test/") || path.contains("/__tests__/")) {
      return Optional.of(TESTS);
    }
    return path.contains("/docs/") || path.contains("/doc/") || path.contains("/examples/")
        ? Optional.of(DOCS)
        : Optional.empty();
  }
}
