package io.github.sandboxcache.adapter.contents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths in layers, as one spelling per file. */
final class CleanPath {
  private static final int MAX_LENGTH = 4096;

  private CleanPath() {}

  /**
   * From the root, without a slash before or after it; empty for the root, for what leads out of
   * where it stands, and for what is longer than any system takes.
   */
  static Optional<String> of(String told) {
    if (told.isEmpty() || told.length() > MAX_LENGTH || told.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    if (isClean(told)) {
      return Optional.of(told);
    }
    List<String> names = new ArrayList<>();
    for (String name : told.split("/", -1)) {
      if (name.equals("..")) {
        return Optional.empty();
      }
      if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join("/", names));
  }

  private static boolean isClean(String path) {
    return path.charAt(0) != '/'
        && path.charAt(0) != '.'
        && !path.contains("//")
        && !path.contains("/.")
        && !path.endsWith("/");
  }
}
