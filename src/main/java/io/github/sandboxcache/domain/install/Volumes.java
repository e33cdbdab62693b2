package io.github.sandboxcache.domain.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells which volume of an image would swallow what an install writes: no image holds that. */
final class Volumes {
  private Volumes() {}

  /**
   * The first volume that is, holds or is inside of one of the targets.
   *
   * @param targets absolute paths of directories
   * @param volumes paths as the image's configuration writes them
   */
  static Optional<String> firstOver(List<String> targets, List<String> volumes) {
    return volumes.stream()
        .filter(
            volume -> targets.stream().anyMatch(target -> overlap(parts(volume), parts(target))))
        .findFirst();
  }

  private static boolean overlap(List<String> one, List<String> other) {
    int common = Math.min(one.size(), other.size());
    return one.subList(0, common).equals(other.subList(0, common));
  }

  private static List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (!parts.isEmpty()) {
          parts.removeLast();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    // Most distributions have these as links into /usr, and engines follow links.
    if (!parts.isEmpty() && parts.getFirst().matches("s?bin|lib(32|64)?")) {
      parts.addFirst("usr");
    }
    return parts;
  }
}
