package io.github.sandboxcache.domain.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws of what removals free, against worlds of which every layer's bytes are known. */
class LayerGraphLawsTest {
  @Property(tries = 1500)
  void whatIsCalledExactIsTrueToTheByte(
      @ForAll long seed, @ForAll boolean shared, @ForAll boolean total) {
    LayerWorld world = world(seed, 8, 6, shared);
    LayerGraph graph = graph(world, total);
    Random random = new Random(seed);
    for (int i = 0; i < 5; i++) {
      Set<String> ids = world.someIds(random);
      ByteCount freed = graph.freedBy(ids);
      ByteCount onDisk = graph.onDisk(ids);
      if (freed.exact()) {
        assertThat(freed.bytes()).isEqualTo(world.freedBy(ids));
      }
      if (onDisk.exact()) {
        assertThat(onDisk.bytes()).isEqualTo(world.onDisk(ids));
      }
    }
  }

  @Property(tries = 1000)
  void whatOnlyOneReadingExplainsIsCalledExact(
      @ForAll long seed, @ForAll boolean shared, @ForAll boolean total) {
    LayerWorld world = world(seed, 4, 3, shared);
    LayerGraph graph = graph(world, total);
    List<LayerWorld> possible = world.possible(total);
    for (String id : world.ids()) {
      Set<Long> readings =
          possible.stream().map(one -> one.freedBy(Set.of(id))).collect(Collectors.toSet());
      assertThat(graph.ownBytes(id).exact())
          .as("%s of %s", id, readings)
          .isEqualTo(readings.size() == 1);
      assertThat(readings).contains(graph.ownBytes(id).bytes());
    }
  }

  @Property(tries = 300)
  void theOrderOfImagesDoesNotMatter(@ForAll long seed) {
    LayerWorld world = world(seed, 8, 6, false);
    List<LayeredImage> shuffled = new ArrayList<>(world.images());
    Collections.shuffle(shuffled, new Random(seed));
    LayerGraph graph = graph(world, true);
    LayerGraph other = LayerGraph.of(shuffled, OptionalLong.of(world.allLayersBytes()));
    for (String id : world.ids()) {
      assertThat(other.layers(id)).isEqualTo(graph.layers(id));
      assertThat(other.ownBytes(id)).isEqualTo(graph.ownBytes(id));
    }
  }

  @Property(tries = 300)
  void moreRemovedFreesNoLess(@ForAll long seed) {
    LayerWorld world = world(seed, 8, 6, false);
    LayerGraph graph = graph(world, true);
    Set<String> some = world.someIds(new Random(seed));
    Set<String> more = new HashSet<>(some);
    more.addAll(world.someIds(new Random(~seed)));
    assertThat(graph.freedBy(more).bytes()).isGreaterThanOrEqualTo(graph.freedBy(some).bytes());
    assertThat(graph.freedBy(world.ids())).isEqualTo(graph.onDisk(world.ids()));
  }

  private static LayerWorld world(long seed, int images, int depth, boolean shared) {
    LayerWorld world = LayerWorld.random(seed, images, depth);
    return shared ? world.withShared() : world;
  }

  private static LayerGraph graph(LayerWorld world, boolean total) {
    return LayerGraph.of(
        world.images(), total ? OptionalLong.of(world.allLayersBytes()) : OptionalLong.empty());
  }
}
