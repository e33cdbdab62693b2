package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.contents.DirectoryTree;
import io.github.sandboxcache.domain.contents.FileCount;
import io.github.sandboxcache.domain.contents.OwnFiles;
import io.github.sandboxcache.domain.contents.SessionFiles;
import io.github.sandboxcache.domain.contents.SizedPath;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The largest directories and files stand in one list and know their place in the treemap. */
class LargePathTest {
  private static final List<DirectoryTile> TILES =
      List.of(
          tile("/usr/site-packages/numpy", 0),
          tile("", 3),
          tile("/usr/site-packages/six", 0),
          tile("/opt", 0));

  private static DirectoryTile tile(String path, int others) {
    return new DirectoryTile(path, path, 10, 0, false, others);
  }

  private static List<LargePath> of(List<SizedPath> directories, List<SizedPath> files) {
    return LargePath.of(
        new OwnFiles(
            new DirectoryTree("", FileCount.NONE, List.of()),
            files,
            directories,
            Map.of(),
            new SessionFiles(FileCount.NONE, List.of())),
        TILES);
  }

  private static List<Integer> tiles(String path) {
    return of(List.of(new SizedPath(path, 1)), List.of()).getFirst().tiles();
  }

  @Test
  void directoriesAndFilesAreSortedTogether() {
    List<LargePath> list =
        of(
            List.of(new SizedPath("usr", 90), new SizedPath("opt", 20)),
            List.of(new SizedPath("usr/a.so", 50), new SizedPath("opt/b.so", 20)));

    assertThat(list)
        .extracting(LargePath::path)
        .containsExactly("/usr", "/usr/a.so", "/opt", "/opt/b.so");
    assertThat(list).extracting(LargePath::directory).containsExactly(true, false, true, false);
  }

  @Test
  void eachIsInTheTileThatHoldsItOrInThoseThatItHolds() {
    assertThat(tiles("usr/site-packages/numpy")).containsExactly(0);
    assertThat(tiles("usr/site-packages/numpy/core/a.so")).containsExactly(0);
    assertThat(tiles("usr/site-packages")).containsExactly(0, 2);
  }

  @Test
  void whatNoTileNamesIsInTheOneForAllThatIsLeft() {
    assertThat(tiles("usr/site-packages/numpy.libs")).containsExactly(1);
    assertThat(tiles("root/.cache")).containsExactly(1);
  }

  @Test
  void theListIsBoundedAndHarmless() {
    List<SizedPath> many =
        LongStream.range(0, 100).mapToObj(i -> new SizedPath("d\u202e" + i, 1000 - i)).toList();
    assertThat(of(many, many)).hasSize(50).noneMatch(each -> each.path().contains("\u202e"));
  }
}
