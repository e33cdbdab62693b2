package io.github.sandboxcache.domain.catalog;

import static io.github.sandboxcache.domain.catalog.Images.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.catalog.ImageParts.Part;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.Accuracy;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.layers.ImageLayers;
import io.github.sandboxcache.domain.layers.LayerGraph;
import io.github.sandboxcache.domain.layers.LayerState;
import io.github.sandboxcache.domain.layers.LayeredImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The base of an image is what its layers bear out; what nothing tells is not guessed. */
class ImagePartsTest {
  private static final String NUMPY = "mcp-sandbox-python:aaaaaaaaaaaa";
  private static final String PANDAS = "mcp-sandbox-python:bbbbbbbbbbbb";

  private final List<EngineImage> images = new ArrayList<>();
  private final List<LayeredImage> layered = new ArrayList<>();

  /** Each layer takes ten times the bytes of the one below it. */
  private EngineImage add(EngineImage image, String... diffIds) {
    long[] sizes = {1, 10, 100, 1000, 10_000};
    images.add(image);
    layered.add(
        new LayeredImage(
            new ImageLayers(
                image.id(),
                List.of(diffIds),
                IntStream.range(0, diffIds.length)
                    .mapToObj(i -> new ImageLayers.Step(sizes[i], "", Optional.empty()))
                    .toList(),
                OptionalLong.of(IntStream.range(0, diffIds.length).mapToLong(i -> sizes[i]).sum()),
                OptionalLong.empty()),
            OptionalLong.empty(),
            true));
    return image;
  }

  private Catalog catalog() {
    return Catalog.of(new EngineSnapshot(images, List.of(), ReferenceNaming.DOCKER))
        .with(new LayerState.Measured(LayerGraph.of(layered, OptionalLong.empty())));
  }

  private ImageParts parts(EngineImage image) {
    return catalog().parts(image).orElseThrow();
  }

  @Test
  void layersAreTheBasesSharedOrOwn() {
    EngineImage slim = add(image("slim", "python:3.11-slim"), "os", "python");
    EngineImage numpy = add(image("numpy", NUMPY), "os", "python", "numpy");
    EngineImage pandas = add(image("pandas", PANDAS), "os", "python", "numpy", "pandas");

    ImageParts parts = parts(pandas);

    assertThat(parts.base().image()).contains(slim);
    assertThat(IntStream.range(0, 4).mapToObj(parts::part))
        .containsExactly(Part.BASE, Part.BASE, Part.SHARED, Part.OWN);
    assertThat(parts.baseBytes()).isEqualTo(exactly(11));
    assertThat(parts.sharedBytes()).isEqualTo(exactly(100));
    assertThat(parts.ownBytes()).isEqualTo(exactly(1000));
    assertThat(parts.total()).isEqualTo(exactly(1111));
    assertThat(parts.baseSharedWith()).isEqualTo(2);
    assertThat(parts.sharedWith()).isEqualTo(1);
    assertThat(parts(numpy).ownBytes()).isEqualTo(ByteCount.ZERO);
  }

  @Test
  void withoutItsBaseAnImageHasSharedAndOwnLayersAlone() {
    add(image("numpy", NUMPY), "os", "python", "numpy");
    EngineImage pandas = add(image("pandas", PANDAS), "os", "python", "pandas");

    ImageParts parts = parts(pandas);

    assertThat(parts.base().image()).isEmpty();
    assertThat(parts.baseBytes()).isEqualTo(ByteCount.ZERO);
    assertThat(parts.sharedBytes()).isEqualTo(exactly(11));
    assertThat(parts.ownBytes()).isEqualTo(exactly(100));
    assertThat(IntStream.range(0, 3).mapToObj(parts::part))
        .containsExactly(Part.SHARED, Part.SHARED, Part.OWN);
  }

  @Test
  void whatIsMeasuredStillHasNoParts() {
    EngineImage numpy = add(image("numpy", NUMPY), "os");

    assertThat(catalog().with(LayerState.nothing()).parts(numpy)).isEmpty();
    assertThat(parts(numpy).base().image()).isEmpty();
  }

  private static ByteCount exactly(long bytes) {
    return new ByteCount(bytes, Accuracy.EXACT);
  }
}
