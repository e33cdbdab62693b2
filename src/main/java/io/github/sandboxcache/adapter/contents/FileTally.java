package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.domain.contents.ContentsProblem;
import io.github.sandboxcache.domain.contents.DirectoryTree;
import io.github.sandboxcache.domain.contents.FileCount;
import io.github.sandboxcache.domain.contents.OwnFiles;
import io.github.sandboxcache.domain.contents.SessionFiles;
import io.github.sandboxcache.domain.contents.SizedPath;
import io.github.sandboxcache.domain.contents.WasteKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

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
  private static final int MAX_SESSION_FILES = 200;
  private static final int MAX_LARGEST_DIRECTORIES = 100;

  /** What a treemap can show: nothing below a thousandth, and not more than some hundred. */
  private static final int MAX_SHARE = 1000;

  private static final int MAX_BELOW_ONE = 60;

  private final ProblemCounts problems;
  private final Directory root = new Directory("");
  private final Largest largest = new Largest(MAX_FILES);
  private final Largest session = new Largest(MAX_SESSION_FILES);
  private final Map<WasteKind, FileCount> waste = new EnumMap<>(WasteKind.class);
  private FileCount sessionCount = FileCount.NONE;
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
  }

  /** The largest of all that were offered. */
  private static final class Largest {
    private static final Comparator<SizedPath> SMALLEST_FIRST =
        Comparator.comparingLong(SizedPath::bytes)
            .thenComparing(SizedPath::path, Comparator.reverseOrder());

    private final int max;
    private final PriorityQueue<SizedPath> kept = new PriorityQueue<>(SMALLEST_FIRST);

    Largest(int max) {
      this.max = max;
    }

    void offer(String path, long bytes) {
      if (kept.size() < max || bytes >= kept.element().bytes()) {
        kept.add(new SizedPath(path, bytes));
        if (kept.size() > max) {
          kept.remove();
        }
      }
    }

    List<SizedPath> list() {
      return kept.stream().sorted(SMALLEST_FIRST.reversed()).toList();
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
    if (SessionFiles.holds(path, bytes)) {
      sessionCount = sessionCount.plus(bytes);
      session.offer(path, bytes);
    }
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
    other.largest.kept.forEach(file -> largest.offer(file.path(), file.bytes()));
    other.session.kept.forEach(file -> session.offer(file.path(), file.bytes()));
    other.waste.forEach((kind, count) -> waste.merge(kind, count, FileCount::plus));
    sessionCount = sessionCount.plus(other.sessionCount);
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
    Largest largestDirectories = new Largest(MAX_LARGEST_DIRECTORIES);
    offerAll(root, "", largestDirectories);
    return new OwnFiles(
        tree(root, root.count.bytes() / MAX_SHARE),
        largest.list(),
        largestDirectories.list(),
        waste,
        new SessionFiles(sessionCount, session.list()));
  }

  private static void offerAll(Directory directory, String path, Largest into) {
    for (Directory below : directory.below.values()) {
      String belowPath = path + below.name;
      into.offer(belowPath, below.count.bytes());
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
