package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.contents.DirectoryTree;
import io.github.sandboxcache.domain.contents.WasteKind;
import io.github.sandboxcache.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A directory as a cell of the treemap. All text is harmless to show.
 *
 * @param name its last name
 * @param path its whole path, with a slash before it
 * @param bytes all files below it
 * @param wasteBytes what of these is in directories that hold nothing but waste
 * @param asked whether it is of a package that somebody asked for
 * @param others how many smaller directories and single files it stands for; 0 for a directory
 */
record DirectoryTile(
    String name, String path, long bytes, long wasteBytes, boolean asked, int others) {
  /** More cannot be told apart. */
  private static final int MAX_TILES = 14;

  /** Smaller ones are put together. */
  private static final double MIN_SHARE = 0.012;

  /** Directories of packages: what is in them is not taken apart. */
  private static final Set<String> HOLD_PACKAGES =
      Set.of("site-packages", "dist-packages", "node_modules", "gems", "mod", "registry");

  private record Node(DirectoryTree tree, String path, boolean inPackages) {
    boolean canOpen() {
      return (!inPackages || tree.name().startsWith("@")) && !tree.directories().isEmpty();
    }
  }

  /**
   * The largest directories, none within another, and one cell for all that is left.
   *
   * @param asked names of the packages that somebody asked for, in lower case
   */
  static List<DirectoryTile> of(DirectoryTree root, Set<String> asked) {
    List<Node> nodes = new ArrayList<>(List.of(new Node(root, "", false)));
    long left = 0;
    while (nodes.size() < MAX_TILES) {
      Optional<Node> largest =
          nodes.stream()
              .filter(Node::canOpen)
              .max(Comparator.comparingLong(node -> node.tree().count().bytes()));
      if (largest.isEmpty()) {
        break;
      }
      Node widest = largest.get();
      nodes.remove(widest);
      long below = 0;
      for (DirectoryTree child : widest.tree().directories()) {
        below += child.count().bytes();
        boolean holds = HOLD_PACKAGES.contains(widest.tree().name());
        boolean scope = widest.inPackages() && widest.tree().name().startsWith("@");
        nodes.add(new Node(child, widest.path() + "/" + child.name(), holds || scope));
      }
      left += Math.max(0, widest.tree().count().bytes() - below);
    }
    return tiles(nodes, left, Math.max(1, root.count().bytes()), asked);
  }

  private static List<DirectoryTile> tiles(
      List<Node> nodes, long left, long whole, Set<String> asked) {
    List<DirectoryTile> tiles = new ArrayList<>();
    long rest = left;
    long restWaste = 0;
    int others = 0;
    nodes.sort(Comparator.comparingLong((Node node) -> node.tree().count().bytes()).reversed());
    for (Node node : nodes) {
      long bytes = node.tree().count().bytes();
      long waste = waste(node.tree(), node.path().substring(Math.min(1, node.path().length())));
      if (tiles.size() >= MAX_TILES || (double) bytes / whole < MIN_SHARE) {
        rest += bytes;
        restWaste += waste;
        others++;
      } else {
        String name = node.tree().name();
        tiles.add(
            new DirectoryTile(
                PlainText.line(node.path().isEmpty() ? "/" : name),
                PlainText.line(node.path().isEmpty() ? "/" : node.path()),
                bytes,
                waste,
                asked.contains(name.toLowerCase(Locale.ROOT).replace('_', '-')),
                0));
      }
    }
    if (rest > 0) {
      tiles.add(new DirectoryTile("", "", rest, restWaste, false, Math.max(1, others)));
    }
    tiles.sort(Comparator.comparingLong(DirectoryTile::bytes).reversed());
    return tiles;
  }

  /** The bytes in directories that hold nothing but waste, as far as the tree names these. */
  private static long waste(DirectoryTree tree, String path) {
    if (WasteKind.of(path + "/file").isPresent() || tree.name().equals("__pycache__")) {
      return tree.count().bytes();
    }
    return tree.directories().stream()
        .mapToLong(child -> waste(child, path + "/" + child.name()))
        .sum();
  }
}
