package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.domain.contents.ContentsProblem;
import io.github.sandboxcache.domain.contents.DirectoryTree;
import io.github.sandboxcache.domain.contents.FileCount;
import io.github.sandboxcache.domain.contents.OwnFiles;
import io.github.sandboxcache.domain.contents.WasteKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up files by directory and kind, and keeps the largest. Its memory does not grow with the
 * number of files.
 */
final class FileTally {
  /** Directories told one by one, some ten megabytes of them. */
  private static final int MAX_DIRECTORIES = 50_000;

  private static final int MAX_DEPTH = 24;
  private static final int MAX_NAME = 255;
  private static final int MAX_FILES = 100;
  private static final int MAX_LARGEST_DIRECTORIES = 100;

  /** What a treemap can show: nothing below a thousandth, and not more than some hundred. */
  private static final int MAX_SHARE = 1000;

  private static final int MAX_BELOW_ONE = 60;

  private static final double NEARLY_ALL = 0.98;

  private final ProblemCounts problems;
  private final Directory root = new Directory("");
  private final LargestPaths largest = new LargestPaths(MAX_FILES);
  private final SessionTally session = new SessionTally();
  private final Map<WasteKind, FileCount> waste = new EnumMap<>(WasteKind.class);
  private int directories;

  FileTally(ProblemCounts problems) {
    this.problems = problems;
  }

  private static final class Directory {
    private final String name;
    private final Map<String, Directory> below = new HashMap<>(4);
    private FileCount count = FileCount.NONE;

    Directory(String name) {
      this.name = name;
    }

    /** Whether there is hardly more in it than one directory. */
    boolean isOnlyAWay() {
      return below.values().stream()
          .anyMatch(each -> each.count.bytes() >= count.bytes() * NEARLY_ALL && count.bytes() > 0);
    }
  }

  /** All files. */
  FileCount count() {
    return root.count;
  }

  /** A file, counted with all directories above it. */
  void add(String path, long bytes) {
    addTo(path, bytes);
    largest.offer(path, bytes);
    WasteKind.of(path)
        .ifPresent(kind -> waste.merge(kind, new FileCount(1, bytes), FileCount::plus));
    session.add(path, bytes);
  }

  /** A file whose path is of no use; its bytes are there all the same. */
  void addUnnamed(long bytes) {
    root.count = root.count.plus(bytes);
  }

  private void addTo(String path, long bytes) {
    Directory directory = root;
    root.count = root.count.plus(bytes);
    int depth = 0;
    int from = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
      String name = path.substring(from, slash);
      Directory below = directory.below.get(name);
      if (below == null) {
        if (directories == MAX_DIRECTORIES || depth == MAX_DEPTH || name.length() > MAX_NAME) {
          problems.add(ContentsProblem.TOO_MANY_DIRECTORIES);
          return;
        }
        directories++;
        below = new Directory(name);
        directory.below.put(name, below);
      }
      below.count = below.count.plus(bytes);
      directory = below;
      from = slash + 1;
      depth++;
    }
  }

  /** Adds all of another one. */
  void addAll(FileTally other) {
    addAll(root, other.root);
    largest.offerAll(other.largest);
    other.waste.forEach((kind, count) -> waste.merge(kind, count, FileCount::plus));
    session.addAll(other.session);
  }

  private void addAll(Directory into, Directory from) {
    into.count = into.count.plus(from.count);
    for (Directory below : from.below.values()) {
      Directory same = into.below.get(below.name);
      if (same == null) {
        if (directories == MAX_DIRECTORIES) {
          problems.add(ContentsProblem.TOO_MANY_DIRECTORIES);
          continue;
        }
        directories++;
        same = new Directory(below.name);
        into.below.put(below.name, same);
      }
      addAll(same, below);
    }
  }

  OwnFiles toOwnFiles() {
    LargestPaths largestDirectories = new LargestPaths(MAX_LARGEST_DIRECTORIES);
    offerAll(root, "", largestDirectories);
    return new OwnFiles(
        tree(root, root.count.bytes() / MAX_SHARE),
        largest.list(),
        largestDirectories.list(),
        waste,
        session.toSessionFiles());
  }

  /** One whose bytes are nearly all in one directory below says nothing that this does not. */
  private static void offerAll(Directory directory, String path, LargestPaths into) {
    for (Directory below : directory.below.values()) {
      String belowPath = path + below.name;
      if (!below.isOnlyAWay()) {
        into.offer(belowPath, below.count.bytes());
      }
      offerAll(below, belowPath + "/", into);
    }
  }

  private static DirectoryTree tree(Directory directory, long least) {
    List<DirectoryTree> below = new ArrayList<>();
    directory.below.values().stream()
        .filter(each -> each.count.bytes() > least)
        .sorted(
            Comparator.comparingLong((Directory each) -> each.count.bytes())
                .reversed()
                .thenComparing(each -> each.name))
        .limit(MAX_BELOW_ONE)
        .forEach(each -> below.add(tree(each, least)));
    return new DirectoryTree(directory.name, directory.count, below);
  }
}
