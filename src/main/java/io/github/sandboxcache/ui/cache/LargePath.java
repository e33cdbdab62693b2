package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.contents.OwnFiles;
import io.github.sandboxcache.domain.contents.SizedPath;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.ui.cache.Details.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A directory or file in a list beside the treemap. All text is harmless to show.
 *
 * @param path from the root, with a slash before it
 * @param bytes with all that is below it
 * @param directory whether it is a directory, not a file
 * @param tiles which tiles of the treemap show it, or something of it, by their place among them
 */
record LargePath(String path, long bytes, boolean directory, List<Integer> tiles) {
  private static final int MAX_DIRECTORIES = 25;
  private static final int MAX_FILES = 25;

  LargePath {
    tiles = List.copyOf(tiles);
  }

  /** The same as a line of text. */
  Line line() {
    return new Line(path, DecimalSize.of(bytes).toString());
  }

  /** The largest directories and files in one list, the largest first. */
  static List<LargePath> of(OwnFiles files, List<DirectoryTile> shown) {
    List<LargePath> largest = new ArrayList<>();
    files.largestDirectories().stream()
        .limit(MAX_DIRECTORIES)
        .forEach(each -> largest.add(of(each, true, shown)));
    files.largestFiles().stream()
        .limit(MAX_FILES)
        .forEach(each -> largest.add(of(each, false, shown)));
    largest.sort(Comparator.comparingLong(LargePath::bytes).reversed());
    return largest;
  }

  /** Those files, in their order. */
  static List<LargePath> files(List<SizedPath> files, List<DirectoryTile> shown) {
    return files.stream().map(each -> of(each, false, shown)).toList();
  }

  private static LargePath of(SizedPath each, boolean directory, List<DirectoryTile> shown) {
    String path = PlainText.line("/" + each.path());
    List<Integer> tiles = matching(shown, path);
    return new LargePath(path, each.bytes(), directory, tiles);
  }

  /** What no tile names is in the one for all that is left. */
  private static List<Integer> matching(List<DirectoryTile> shown, String path) {
    List<Integer> named =
        IntStream.range(0, shown.size())
            .filter(i -> touches(shown.get(i).path(), path))
            .boxed()
            .toList();
    return named.isEmpty()
        ? IntStream.range(0, shown.size()).filter(i -> shown.get(i).others() > 0).boxed().toList()
        : named;
  }

  private static boolean touches(String tile, String path) {
    return !tile.isEmpty()
        && (tile.equals("/")
            || tile.equals(path)
            || path.startsWith(tile + "/")
            || tile.startsWith(path + "/"));
  }
}
