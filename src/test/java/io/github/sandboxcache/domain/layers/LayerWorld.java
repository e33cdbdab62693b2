package io.github.sandboxcache.domain.layers;

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

/**
 * A made-up engine of which every layer's bytes are known, and what it would say of its images: a
 * history in which steps without a layer are not marked, sizes, shared sizes, and one total.
 *
 * @param sizes bytes by chain, a chain being the diff ids up to the layer
 */
record LayerWorld(List<LayeredImage> images, Map<List<String>, Long> sizes) {
  /** Few different sizes and many empty layers, so that histories can be read in many ways. */
  static LayerWorld random(long seed, int maxImages, int maxDepth) {
    Random random = new Random(seed);
    Map<List<String>, Long> sizes = new HashMap<>();
    List<List<String>> chains = new ArrayList<>();
    int images = 1 + random.nextInt(maxImages);
    for (int i = 0; i < images; i++) {
      List<String> chain = new ArrayList<>();
      if (!chains.isEmpty() && random.nextInt(4) > 0) {
        List<String> other = chains.get(random.nextInt(chains.size()));
        chain.addAll(other.subList(0, random.nextInt(other.size() + 1)));
      }
      int more = random.nextInt(maxDepth) + (chain.isEmpty() ? 1 : 0);
      for (int layer = 0; layer < more; layer++) {
        // The same layer over different ones counts again.
        chain.add("diff" + random.nextInt(4));
      }
      for (int depth = 1; depth <= chain.size(); depth++) {
        long bytes = random.nextInt(5) < 2 ? 0 : 1 + random.nextInt(2);
        sizes.putIfAbsent(List.copyOf(chain.subList(0, depth)), bytes);
      }
      chains.add(chain);
    }
    return told(random, chains, sizes);
  }

  private static LayerWorld told(
      Random random, List<List<String>> chains, Map<List<String>, Long> sizes) {
    List<LayeredImage> images = new ArrayList<>();
    for (int i = 0; i < chains.size(); i++) {
      List<ImageLayers.Step> history = new ArrayList<>();
      for (int depth = 1; depth <= chains.get(i).size(); depth++) {
        addEmptySteps(random, history);
        history.add(step(sizes.getOrDefault(chains.get(i).subList(0, depth), 0L)));
      }
      addEmptySteps(random, history);
      images.add(
          new LayeredImage(
              new ImageLayers(
                  "image" + i,
                  chains.get(i),
                  history,
                  OptionalLong.of(sum(Set.copyOf(prefixes(chains.get(i))), sizes)),
                  OptionalLong.empty()),
              OptionalLong.empty(),
              true));
    }
    return new LayerWorld(images, sizes);
  }

  private static void addEmptySteps(Random random, List<ImageLayers.Step> history) {
    history.addAll(Collections.nCopies(random.nextInt(3) / 2, step(0)));
  }

  static ImageLayers.Step step(long bytes) {
    return new ImageLayers.Step(bytes, "", Optional.empty());
  }

  /** The same, where the engine says what each image shares. */
  LayerWorld withShared() {
    List<LayeredImage> saying = new ArrayList<>();
    for (LayeredImage image : images) {
      Set<List<String>> others = chains(others(Set.of(image.id())));
      Set<List<String>> shared = chains(Set.of(image.id()));
      shared.retainAll(others);
      saying.add(
          new LayeredImage(
              image.layers(), OptionalLong.of(sum(shared, sizes)), image.countedByOthers()));
    }
    return new LayerWorld(saying, sizes);
  }

  long allLayersBytes() {
    return sum(sizes.keySet(), sizes);
  }

  /** By how much the bytes of all layers drop when those images are removed. */
  long freedBy(Set<String> ids) {
    Set<List<String>> gone = chains(ids);
    gone.removeAll(chains(others(ids)));
    return sum(gone, sizes);
  }

  /** What those take on disk. */
  long onDisk(Set<String> ids) {
    return sum(chains(ids), sizes);
  }

  Set<String> ids() {
    Set<String> ids = new HashSet<>();
    images.forEach(image -> ids.add(image.id()));
    return ids;
  }

  Set<String> someIds(Random random) {
    Set<String> some = ids();
    some.removeIf(_ -> random.nextBoolean());
    return some;
  }

  private Set<String> others(Set<String> ids) {
    Set<String> others = ids();
    others.removeAll(ids);
    return others;
  }

  private Set<List<String>> chains(Set<String> ids) {
    Set<List<String>> chains = new HashSet<>();
    images.stream()
        .filter(image -> ids.contains(image.id()))
        .forEach(image -> chains.addAll(prefixes(image.layers().diffIds())));
    return chains;
  }

  private static List<List<String>> prefixes(List<String> chain) {
    List<List<String>> prefixes = new ArrayList<>();
    for (int depth = 1; depth <= chain.size(); depth++) {
      prefixes.add(List.copyOf(chain.subList(0, depth)));
    }
    return prefixes;
  }

  private static long sum(Set<List<String>> chains, Map<List<String>, Long> sizes) {
    return chains.stream().mapToLong(sizes::get).sum();
  }

  /** Every way to give the chains bytes that fits what the engine says; small worlds only. */
  List<LayerWorld> possible(boolean total) {
    List<Map<List<String>, Long>> ways = new ArrayList<>();
    extend(0, new HashMap<>(), ways);
    return ways.stream()
        .map(way -> new LayerWorld(images, way))
        .filter(world -> !total || world.allLayersBytes() == allLayersBytes())
        .filter(world -> world.withSharedIfTold(images))
        .toList();
  }

  private boolean withSharedIfTold(List<LayeredImage> told) {
    return told.getFirst().sharedBytes().isEmpty() || withShared().images().equals(told);
  }

  private void extend(int image, Map<List<String>, Long> way, List<Map<List<String>, Long>> ways) {
    if (image == images.size()) {
      ways.add(Map.copyOf(way));
      return;
    }
    ImageLayers layers = images.get(image).layers();
    align(layers, 0, 0, way, () -> extend(image + 1, way, ways));
  }

  /** Gives each layer a step in turn; those passed over have no bytes. */
  private static void align(
      ImageLayers layers, int depth, int step, Map<List<String>, Long> way, Runnable then) {
    List<ImageLayers.Step> history = layers.history();
    if (depth == layers.diffIds().size()) {
      if (history.subList(step, history.size()).stream().allMatch(s -> s.bytes() == 0)) {
        then.run();
      }
      return;
    }
    List<String> chain = List.copyOf(layers.diffIds().subList(0, depth + 1));
    for (int i = step; i < history.size(); i++) {
      long bytes = history.get(i).bytes();
      boolean isNew = !way.containsKey(chain);
      if (isNew || way.getOrDefault(chain, 0L) == bytes) {
        way.put(chain, bytes);
        align(layers, depth + 1, i + 1, way, then);
        if (isNew) {
          way.remove(chain);
        }
      }
      if (bytes > 0) {
        return;
      }
    }
  }
}
