package io.github.sandboxcache.domain.contents;

import java.util.List;
import java.util.Map;

/**
 * The files of an image's own layers, as the layers hold them: what a later layer hides still takes
 * its bytes and counts.
 *
 * @param tree all bytes by directory
 * @param largestFiles the largest first, up to a bound
 * @param largestDirectories the largest first, up to a bound; one within another counts in both,
 *     and one that holds hardly more than a single directory is left out for that one
 * @param waste what can mostly be done without; kinds without files are left out
 * @param session what is of a session rather than of packages
 */
public record OwnFiles(
    DirectoryTree tree,
    List<SizedPath> largestFiles,
    List<SizedPath> largestDirectories,
    Map<WasteKind, FileCount> waste,
    SessionFiles session) {
  /** Copies the collections, so that the record never changes. */
  public OwnFiles {
    largestFiles = List.copyOf(largestFiles);
    largestDirectories = List.copyOf(largestDirectories);
    waste = Map.copyOf(waste);
  }
}
