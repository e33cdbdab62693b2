package io.github.sandboxcache.domain.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What is given up for bytes is what is worth least for them. */
class CheapestToFreeTest {
  private static LayeredImage image(String id, Object... layersWithBytes) {
    List<String> diffIds = new ArrayList<>();
    List<ImageLayers.Step> history = new ArrayList<>();
    long sum = 0;
    for (int i = 0; i < layersWithBytes.length; i += 2) {
      diffIds.add((String) layersWithBytes[i]);
      long bytes = ((Integer) layersWithBytes[i + 1]).longValue();
      history.add(new ImageLayers.Step(bytes, "", Optional.empty()));
      sum += bytes;
    }
    return new LayeredImage(
        new ImageLayers(id, diffIds, history, OptionalLong.of(sum), OptionalLong.empty()),
        OptionalLong.empty(),
        true);
  }

  private static LayerGraph graph(LayeredImage... images) {
    return LayerGraph.of(List.of(images), OptionalLong.empty());
  }

  @Test
  void theLeastLossForEachByteComesFirst() {
    LayerGraph graph =
        graph(
            image("small", "base", 100, "s", 10),
            image("large", "base", 100, "l", 1000),
            image("held", "base", 100));

    assertThat(graph.cheapestToFree(Map.of("small", 1.0, "large", 50.0), 1))
        .containsExactly("large");
    assertThat(graph.cheapestToFree(Map.of("small", 1.0, "large", 500.0), 1))
        .containsExactly("small");
  }

  @Test
  void imagesThatFreeTheirLayerOnlyTogetherAreWeighedTogether() {
    LayerGraph graph =
        graph(
            image("a", "shared", 1000, "a", 1),
            image("b", "shared", 1000, "b", 1),
            image("alone", "alone", 900));

    assertThat(graph.cheapestToFree(Map.of("a", 5.0, "b", 5.0, "alone", 10.0), 500))
        .containsExactlyInAnyOrder("a", "b");
    assertThat(graph.cheapestToFree(Map.of("a", 5.0, "b", 5.0, "alone", 8.0), 500))
        .containsExactly("alone");
  }

  @Test
  void whatFreesNothingIsNotGivenUpHoweverManyBytesAreWanted() {
    LayerGraph graph =
        graph(image("free", "base", 100, "top", 0), image("held", "base", 100), image("c", "c", 5));

    assertThat(graph.cheapestToFree(Map.of("free", 0.0, "c", 9.0), 1_000_000)).containsExactly("c");
  }

  @Test
  void whatIsGivenUpIsNoLossOfTheGroupThatIsLeft() {
    LayerGraph graph =
        graph(
            image("a", "shared", 100, "a", 1000),
            image("b", "shared", 100, "b", 1),
            image("alone", "alone", 100));
    Map<String, Double> losses = Map.of("a", 100.0, "b", 20.0, "alone", 50.0);

    assertThat(graph.cheapestToFree(losses, 1000)).containsExactly("a");
    assertThat(graph.cheapestToFree(losses, 1001)).containsExactly("a", "b");
    assertThat(graph.cheapestToFree(losses, 1102)).containsExactly("a", "b", "alone");
  }

  @Test
  void anImageThatHoldsNothingBackIsWorthNothingToGiveUp() {
    LayerGraph graph = graph(image("a", "base", 100), image("b", "base", 100), image("c", "c", 5));

    assertThat(graph.cheapestToFree(Map.of("a", 0.1, "c", 9.0), 5)).containsExactly("c");
  }

  @Property(tries = 500)
  void moreBytesGiveTheSameUpAndMore(
      @ForAll long seed,
      @ForAll @LongRange(max = 40) long few,
      @ForAll @LongRange(max = 40) long more) {
    LayerGraph graph = LayerGraph.of(world(seed).images(), OptionalLong.empty());
    Map<String, Double> losses = losses(seed, world(seed).images());

    List<String> less = List.copyOf(graph.cheapestToFree(losses, Math.min(few, more)));
    List<String> all = List.copyOf(graph.cheapestToFree(losses, Math.max(few, more)));

    assertThat(all.subList(0, less.size())).isEqualTo(less);
  }

  @Property(tries = 500)
  void asManyBytesAreFreedAsAreWantedOrAsThereAre(
      @ForAll long seed, @ForAll @LongRange(max = 40) long wanted) {
    LayerGraph graph = LayerGraph.of(world(seed).images(), OptionalLong.empty());
    Map<String, Double> losses = losses(seed, world(seed).images());

    Set<String> given = graph.cheapestToFree(losses, wanted);

    assertThat(losses.keySet()).containsAll(given);
    long freed = graph.freedBy(given).bytes();
    long possible = graph.freedBy(losses.keySet()).bytes();
    assertThat(freed).isGreaterThanOrEqualTo(Math.min(wanted, possible));
  }

  @Property(tries = 500)
  void noGroupThatWasLeftWasCheaperThanTheFirstThatWasGiven(@ForAll long seed) {
    LayerGraph graph = LayerGraph.of(world(seed).images(), OptionalLong.empty());
    Map<String, Double> losses = losses(seed, world(seed).images());

    Set<String> first = graph.cheapestToFree(losses, 1);

    double price = price(graph, losses, first);
    for (Set<String> group : subsets(losses.keySet())) {
      assertThat(price(graph, losses, group)).isGreaterThanOrEqualTo(price - 1e-9);
    }
  }

  @Property(tries = 300)
  void theOrderOfImagesDoesNotMatter(@ForAll long seed) {
    List<LayeredImage> images = world(seed).images();
    List<LayeredImage> shuffled = new ArrayList<>(images);
    Collections.shuffle(shuffled, new Random(seed));
    Map<String, Double> losses = losses(seed, images);

    assertThat(
            List.copyOf(
                LayerGraph.of(shuffled, OptionalLong.empty()).cheapestToFree(losses, 1_000)))
        .isEqualTo(
            List.copyOf(LayerGraph.of(images, OptionalLong.empty()).cheapestToFree(losses, 1_000)));
  }

  /** Where every layer's bytes can be told. */
  private static LayerWorld world(long seed) {
    return LayerWorld.random(seed, 7, 3);
  }

  private static Map<String, Double> losses(long seed, List<LayeredImage> images) {
    Random random = new Random(seed);
    Map<String, Double> losses = new HashMap<>();
    for (LayeredImage image : images) {
      if (random.nextInt(4) > 0) {
        losses.put(image.id(), (double) random.nextInt(5));
      }
    }
    return losses;
  }

  private static double price(LayerGraph graph, Map<String, Double> losses, Set<String> group) {
    long bytes = graph.freedBy(group).bytes();
    double loss = group.stream().mapToDouble(id -> losses.getOrDefault(id, 0.0)).sum();
    return bytes == 0 ? Double.POSITIVE_INFINITY : loss / bytes;
  }

  private static List<Set<String>> subsets(Set<String> ids) {
    List<Set<String>> subsets = new ArrayList<>(List.of(Set.of()));
    for (String id : ids) {
      for (Set<String> other : List.copyOf(subsets)) {
        Set<String> with = new HashSet<>(other);
        with.add(id);
        subsets.add(with);
      }
    }
    return subsets;
  }
}
