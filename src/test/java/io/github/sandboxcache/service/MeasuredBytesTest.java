package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineDiskUsage;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.layers.LayerGraph;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.testing.DockerOnly;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.ImageArchive;
import io.github.sandboxcache.testing.TestImages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is announced to be freed is by how much the engine's own count drops, to the byte. */
@EngineTest
class MeasuredBytesTest {
  private static final int IMAGES = 12;
  private static final int ROUNDS = 4;

  private final Random random = new Random(18);

  /** Each image with the one it was made from, parents first. */
  private final Map<CacheReference, List<CacheReference>> children = new LinkedHashMap<>();

  @Test
  @DockerOnly("Podman 4.3 has no count of its layers")
  void whatIsAnnouncedIsFreedToTheByte(ContainerEngine engine, TestImages images)
      throws IOException {
    makeTrees(images);
    // The containerd store keeps compressed layers, too, and does not say how large each is.
    boolean compressed =
        engine.layers(id(engine, children.keySet().iterator().next())).contentBytes().isPresent();
    for (int round = 0; round < ROUNDS && !children.isEmpty(); round++) {
      List<CacheReference> removed = someWithAllTheirChildren();
      Set<String> ids = new HashSet<>();
      removed.forEach(image -> ids.add(id(engine, image)));
      ByteCount announced = graph(engine).freedBy(ids);
      long before = engine.diskUsage().layersBytes().orElseThrow();

      removed.reversed().forEach(image -> engine.removeReference(image.toString()));

      long after = engine.diskUsage().layersBytes().orElseThrow();
      if (!compressed) {
        assertThat(announced.bytes()).as("round %s, %s", round, removed).isEqualTo(before - after);
      }
      assertThat(announced.exact()).isEqualTo(!compressed || removed.isEmpty());
      children.keySet().removeAll(removed);
      children.values().forEach(of -> of.removeAll(removed));
    }
  }

  /** Layers of many sizes, also of no byte, some of them the same over others. */
  private void makeTrees(TestImages images) throws IOException {
    List<CacheReference> made = new ArrayList<>();
    while (made.size() < IMAGES) {
      CacheReference image;
      if (made.isEmpty() || random.nextInt(4) == 0) {
        image = images.load(new ImageArchive().file("data", new byte[random.nextInt(80_000)]));
      } else {
        CacheReference parent = made.get(random.nextInt(made.size()));
        image = images.child(parent, random.nextInt(3) == 0 ? 0 : random.nextInt(80_000));
        children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(image);
      }
      children.putIfAbsent(image, new ArrayList<>());
      made.add(image);
    }
  }

  /** An image goes only with all that were made from it, or it would stay without a name. */
  private List<CacheReference> someWithAllTheirChildren() {
    Set<CacheReference> some = new HashSet<>();
    List.copyOf(children.keySet()).reversed().stream()
        .filter(image -> some.containsAll(children.getOrDefault(image, List.of())))
        .filter(_ -> random.nextInt(3) > 0)
        .forEach(some::add);
    return children.keySet().stream().filter(some::contains).toList();
  }

  private static LayerGraph graph(ContainerEngine engine) {
    LayerScan scan = new LayerScan(engine, LayerStore.NONE);
    List<EngineImage> all = engine.images();
    scan.learn(all, _ -> {}, () -> false);
    EngineDiskUsage usage = engine.diskUsage();
    return scan.state(all, LayerGraph.EMPTY, usage).graph().orElseThrow();
  }

  private static String id(ContainerEngine engine, CacheReference image) {
    return engine.image(image.toString()).orElseThrow().id();
  }
}
