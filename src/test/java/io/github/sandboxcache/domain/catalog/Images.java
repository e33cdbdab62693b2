package io.github.sandboxcache.domain.catalog;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.ImageLayers;
import io.github.sandboxcache.domain.layers.LayerGraph;
import io.github.sandboxcache.domain.layers.LayerState;
import io.github.sandboxcache.domain.layers.LayeredImage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Short ways to say what an engine holds. */
public final class Images {
  public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private Images() {}

  /** An image of a hundred bytes made at noon. */
  public static EngineImage image(String id, String... references) {
    return new EngineImage(
        id,
        List.of(references),
        OptionalLong.of(100),
        OptionalLong.empty(),
        Optional.of(NOON),
        Optional.empty(),
        Map.of());
  }

  /** The same image, made that many seconds after noon. */
  public static EngineImage at(long seconds, EngineImage image) {
    return new EngineImage(
        image.id(),
        image.references(),
        image.sizeBytes(),
        image.sharedBytes(),
        Optional.of(NOON.plusSeconds(seconds)),
        image.parentId(),
        image.labels());
  }

  /** The same image, of which the engine does not tell when it was made. */
  public static EngineImage undated(EngineImage image) {
    return new EngineImage(
        image.id(),
        image.references(),
        image.sizeBytes(),
        image.sharedBytes(),
        Optional.empty(),
        image.parentId(),
        image.labels());
  }

  /** The same image, committed from a container of another. */
  public static EngineImage childOf(String parent, EngineImage image) {
    return new EngineImage(
        image.id(),
        image.references(),
        image.sizeBytes(),
        image.sharedBytes(),
        image.createdAt(),
        Optional.of(parent),
        image.labels());
  }

  /** A container made from an image. */
  public static EngineContainer container(String name, String imageId) {
    return new EngineContainer("id-" + name, name, imageId, imageId, false, Map.of());
  }

  /** A catalog of images that no container uses. */
  public static Catalog catalog(EngineImage... images) {
    return catalog(List.of(), images);
  }

  /** A catalog of images and containers. */
  public static Catalog catalog(List<EngineContainer> containers, EngineImage... images) {
    return measured(
        Catalog.of(new EngineSnapshot(Arrays.asList(images), containers, ReferenceNaming.DOCKER)));
  }

  /**
   * The same catalog with its images' layers: one that all which share as many bytes have in
   * common, and one of each image's own.
   */
  public static Catalog measured(Catalog catalog) {
    List<LayeredImage> layered =
        catalog.snapshot().images().stream()
            .map(image -> new LayeredImage(layers(image), OptionalLong.empty(), true))
            .toList();
    return catalog.with(new LayerState.Measured(LayerGraph.of(layered, OptionalLong.empty())));
  }

  private static ImageLayers layers(EngineImage image) {
    long shared = image.sharedBytes().orElse(0);
    long own = image.sizeBytes().orElse(0) - shared;
    return new ImageLayers(
        image.id(),
        List.of("common " + shared, "own " + image.id()),
        image.sizeBytes().isEmpty()
            ? List.of()
            : List.of(
                new ImageLayers.Step(shared, "", Optional.empty()),
                new ImageLayers.Step(own, "", Optional.empty())),
        image.sizeBytes(),
        OptionalLong.empty());
  }
}
