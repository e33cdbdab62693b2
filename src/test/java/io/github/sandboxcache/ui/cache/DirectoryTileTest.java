package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.contents.DirectoryTree;
import io.github.sandboxcache.domain.contents.FileCount;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The cells of the treemap are directories that say something, and none is within another. */
class DirectoryTileTest {
  private static DirectoryTree tree(String name, long bytes, DirectoryTree... below) {
    return new DirectoryTree(name, new FileCount(1, bytes), List.of(below));
  }

  @Test
  void packagesAreNotTakenApart() {
    List<DirectoryTile> tiles =
        DirectoryTile.of(
            tree(
                "",
                100,
                tree(
                    "usr",
                    95,
                    tree(
                        "site-packages",
                        95,
                        tree("pandas", 60, tree("tests", 20)),
                        tree("numpy", 35)))),
            Set.of("pandas"));

    assertThat(tiles).extracting(DirectoryTile::name).containsExactly("pandas", "numpy", "");
    assertThat(tiles).extracting(DirectoryTile::asked).containsExactly(true, false, false);
    assertThat(tiles.getFirst().path()).isEqualTo("/usr/site-packages/pandas");
    assertThat(tiles.getFirst().wasteBytes()).isEqualTo(20);
    assertThat(tiles.getLast().bytes()).isEqualTo(5);
  }

  @Test
  void allCellsTogetherAreAllBytes() {
    DirectoryTree[] many =
        IntStream.range(0, 200)
            .mapToObj(i -> tree("d" + i, 1000 - i))
            .toArray(DirectoryTree[]::new);
    long sum = IntStream.range(0, 200).map(i -> 1000 - i).sum();
    List<DirectoryTile> tiles = DirectoryTile.of(tree("", sum + 17, many), Set.of());

    assertThat(tiles.stream().mapToLong(DirectoryTile::bytes).sum()).isEqualTo(sum + 17);
    assertThat(tiles).hasSizeLessThanOrEqualTo(15);
    assertThat(tiles.getFirst().others()).isGreaterThan(100);
  }

  @Test
  void anImageWithoutFilesHasNoCells() {
    assertThat(DirectoryTile.of(tree("", 0), Set.of())).isEmpty();
  }
}
