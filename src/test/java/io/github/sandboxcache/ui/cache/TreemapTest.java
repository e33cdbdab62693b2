package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sandboxcache.ui.cache.Treemap.Tile;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Whatever the weights, tiles show them truly: in proportion, inside, and side by side. */
class TreemapTest {
  private static final double TINY = 1e-6;

  @Property(tries = 300)
  void areasAreInProportion(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 1_000_000) Integer> weights,
      @ForAll @DoubleRange(min = 1, max = 2000) double width,
      @ForAll @DoubleRange(min = 1, max = 2000) double height) {
    List<Double> sorted = sorted(weights);
    double sum = sorted.stream().mapToDouble(Double::doubleValue).sum();
    List<Tile> tiles = Treemap.of(sorted, width, height);

    assertThat(tiles).hasSameSizeAs(sorted);
    for (int i = 0; i < tiles.size(); i++) {
      assertThat(tiles.get(i).area() / (width * height))
          .isCloseTo(sorted.get(i) / sum, within(TINY));
    }
  }

  @Property(tries = 300)
  void tilesAreInsideAndDoNotOverlap(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 1_000_000) Integer> weights,
      @ForAll @DoubleRange(min = 1, max = 2000) double width,
      @ForAll @DoubleRange(min = 1, max = 2000) double height) {
    List<Tile> tiles = Treemap.of(sorted(weights), width, height);

    for (Tile tile : tiles) {
      assertThat(tile.x()).isGreaterThanOrEqualTo(0);
      assertThat(tile.y()).isGreaterThanOrEqualTo(0);
      assertThat(tile.width()).isGreaterThanOrEqualTo(0);
      assertThat(tile.height()).isGreaterThanOrEqualTo(0);
      assertThat(tile.x() + tile.width()).isLessThanOrEqualTo(width + TINY);
      assertThat(tile.y() + tile.height()).isLessThanOrEqualTo(height + TINY);
    }
    for (int i = 0; i < tiles.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(overlap(tiles.get(i), tiles.get(j))).isLessThan(TINY * width * height + TINY);
      }
    }
  }

  @Test
  void nothingToShareGivesEmptyTiles() {
    assertThat(Treemap.of(List.of(), 10, 10)).isEmpty();
    assertThat(Treemap.of(List.of(0.0, 0.0), 10, 10)).hasSize(2).allMatch(tile -> tile.area() == 0);
    assertThat(Treemap.of(List.of(1.0), 0, 10)).hasSize(1);
  }

  @Test
  void fourEqualOnesAreSquares() {
    assertThat(Treemap.of(List.of(1.0, 1.0, 1.0, 1.0), 20, 20))
        .allMatch(tile -> Math.abs(tile.width() - 10) < TINY)
        .allMatch(tile -> Math.abs(tile.height() - 10) < TINY);
  }

  private static List<Double> sorted(List<Integer> weights) {
    return weights.stream().sorted(Collections.reverseOrder()).map(Integer::doubleValue).toList();
  }

  private static double overlap(Tile a, Tile b) {
    double wide = Math.min(a.x() + a.width(), b.x() + b.width()) - Math.max(a.x(), b.x());
    double high = Math.min(a.y() + a.height(), b.y() + b.height()) - Math.max(a.y(), b.y());
    return Math.max(0, wide) * Math.max(0, high);
  }
}
