package io.github.sandboxcache.domain.contents;

import java.util.List;

/**
 * A directory with its largest ones below, for a treemap.
 *
 * @param name its last name, empty for the root; untrusted
 * @param count all files below it, at any depth
 * @param directories its larger directories, the largest first; what these do not explain are files
 *     and small directories
 */
public record DirectoryTree(String name, FileCount count, List<DirectoryTree> directories) {
  /** Copies the list, so that the record never changes. */
  public DirectoryTree {
    directories = List.copyOf(directories);
  }
}
