package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.ImageBase;
import io.github.sandboxcache.domain.contents.ContentsReader;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.contents.LayerStack;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.layers.ImageLayers;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.util.List;

/**
 * Looks inside images of one engine, without starting anything of theirs. Every method waits for
 * the engine. Thread-safe.
 */
public final class Inspector {
  private final ContainerEngine engine;
  private final ContentsReader reader;

  /** Looks inside the images of that engine. */
  public Inspector(ContainerEngine engine, ContentsReader reader) {
    this.engine = engine;
    this.reader = reader;
  }

  /**
   * Reads what is inside an image above its base, whether it has a name or not. The engine sends
   * the whole image for it, which is read as it comes; nothing is left behind.
   *
   * @param catalog all images of the engine, among which the base is looked for; where the layers
   *     are not known yet, the engine is asked for those that matter
   * @param listener told how far it is, as the step {@code read}
   * @throws ImageNotFoundException when the image is gone
   * @throws EngineException when the engine refuses or is gone, or sends no legible archive
   * @throws java.util.concurrent.CancellationException once cancelled
   */
  public ImageContents read(
      EngineImage image, Catalog catalog, ProgressListener listener, Cancellation cancellation) {
    listener.onProgress(Progress.of("read", "", 0));
    ImageLayers layers = engine.layers(image.id());
    LayerStack stack = LayerStack.above(base(image, catalog).layers(), layers.diffIds());
    long expected = layers.unpackedBytes().orElse(layers.contentBytes().orElse(0));
    return engine.readArchive(
        image.id(),
        archive ->
            reader.read(
                archive,
                stack,
                bytes -> listener.onProgress(progress(bytes, expected)),
                cancellation),
        cancellation);
  }

  private static Progress progress(long bytes, long expected) {
    return expected > 0
        ? Progress.of("read", "", (double) bytes / expected)
        : Progress.of("read", "");
  }

  /**
   * What an image was made from. Asks the engine where the layers of the catalog's images are not
   * known.
   *
   * @throws EngineException when the engine refuses or is gone
   */
  public ImageBase base(EngineImage image, Catalog catalog) {
    return ImageBase.of(image, catalog.snapshot(), id -> diffIds(id, catalog));
  }

  private List<String> diffIds(String imageId, Catalog catalog) {
    return catalog
        .layers()
        .graph()
        .filter(graph -> graph.knows(imageId))
        .map(graph -> graph.diffIds(imageId))
        .orElseGet(() -> askedDiffIds(imageId));
  }

  private List<String> askedDiffIds(String imageId) {
    try {
      return engine.layers(imageId).diffIds();
    } catch (ImageNotFoundException _) {
      return List.of();
    }
  }
}
