package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineDiskUsage;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.layers.ImageLayers;
import io.github.sandboxcache.domain.layers.LayerGraph;
import io.github.sandboxcache.domain.layers.LayerState;
import io.github.sandboxcache.domain.layers.LayerStore;
import io.github.sandboxcache.domain.layers.LayeredImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the layers of an engine's images. Those of an image are asked for once and then kept, since
 * they never change. Thread-safe.
 */
final class LayerScan {
  private static final Logger LOG = LoggerFactory.getLogger(LayerScan.class);

  /** After so many images, what was learned is kept and progress is told. */
  private static final int BATCH = 50;

  private final ContainerEngine engine;
  private final LayerStore store;
  private final Map<String, ImageLayers> known = new HashMap<>();

  /** Ids that were listed, but unknown to the engine when it was asked. */
  private final Set<String> gone = new HashSet<>();

  /** Ids of which the engine refuses to say anything, until the next list. */
  private final Set<String> refused = new HashSet<>();

  private boolean loaded;

  LayerScan(ContainerEngine engine, LayerStore store) {
    this.engine = engine;
    this.store = store;
  }

  /**
   * Asks the engine for the layers of the images that are not known yet.
   *
   * @param onProgress hears after each batch how many of these images are known
   * @param stop asked before each batch; what is left is then left
   * @throws EngineException if the engine refuses or is gone; what was learned stays
   */
  void learn(Collection<EngineImage> images, IntConsumer onProgress, BooleanSupplier stop) {
    List<String> missing = missing(images);
    for (int i = 0; i < missing.size() && !stop.getAsBoolean(); i += BATCH) {
      List<String> batch = missing.subList(i, Math.min(missing.size(), i + BATCH));
      take(FewAtOnce.ask(batch, this::layers));
      onProgress.accept(images.size() - missing(images).size());
    }
  }

  private Optional<ImageLayers> layers(String imageId) {
    try {
      return Optional.of(engine.layers(imageId));
    } catch (ImageNotFoundException _) {
      note(gone, imageId);
      return Optional.empty();
    } catch (EngineRefusedException e) {
      LOG.warn("The layers of {} cannot be read", imageId, e);
      note(refused, imageId);
      return Optional.empty();
    }
  }

  private synchronized void note(Set<String> ids, String imageId) {
    ids.add(imageId);
  }

  private void take(Map<String, Optional<ImageLayers>> answers) {
    List<ImageLayers> found = new ArrayList<>();
    answers.values().forEach(layers -> layers.ifPresent(found::add));
    synchronized (this) {
      found.forEach(layers -> known.put(layers.imageId(), layers));
    }
    store.save(engine.description().endpoint(), found);
  }

  /**
   * The engine's own count.
   *
   * @throws EngineException if the engine refuses or is gone
   */
  EngineDiskUsage diskUsage() {
    return engine.diskUsage();
  }

  /** Reads what is kept, unless that was done before. Waits for the disk. */
  synchronized void load() {
    if (!loaded) {
      known.putAll(store.load(engine.description().endpoint()));
      loaded = true;
    }
  }

  /** The images whose layers have to be asked for. */
  synchronized List<String> missing(Collection<EngineImage> images) {
    load();
    return images.stream()
        .map(EngineImage::id)
        .filter(id -> !known.containsKey(id) && !gone.contains(id) && !refused.contains(id))
        .toList();
  }

  /** Forgets all but those images, after a full list. */
  void keepOnly(Collection<EngineImage> images) {
    Set<String> ids = images.stream().map(EngineImage::id).collect(Collectors.toSet());
    synchronized (this) {
      known.keySet().retainAll(ids);
      gone.clear();
      refused.clear();
    }
    store.keepOnly(engine.description().endpoint(), ids);
  }

  /**
   * The layers of those images, if all of them are known.
   *
   * @param before what was known of layers until now
   * @param usage as the engine counts those images, as far as that was asked for
   */
  LayerState state(Collection<EngineImage> images, LayerGraph before, EngineDiskUsage usage) {
    int missing = missing(images).size();
    if (missing > 0) {
      return new LayerState.Measuring(images.size() - missing, images.size());
    }
    Set<String> parents = new HashSet<>();
    images.forEach(image -> image.parentId().ifPresent(parents::add));
    List<LayeredImage> layered = new ArrayList<>();
    boolean countable = true;
    synchronized (this) {
      for (EngineImage image : images) {
        ImageLayers layers = known.get(image.id());
        if (layers != null) {
          countable &= layers.unpackedBytes().isPresent();
          layered.add(layered(image, layers, usage, parents.contains(image.id())));
        }
      }
    }
    OptionalLong all = countable ? usage.layersBytes() : OptionalLong.empty();
    return new LayerState.Measured(
        refused(images) ? before.withSomeOf(layered) : before.with(layered, all));
  }

  private synchronized boolean refused(Collection<EngineImage> images) {
    return images.stream().map(EngineImage::id).anyMatch(refused::contains);
  }

  private LayeredImage layered(
      EngineImage image, ImageLayers layers, EngineDiskUsage usage, boolean parent) {
    Optional<Long> shared =
        // Elsewhere it counts something else than the layers unpacked.
        Optional.ofNullable(usage.sharedBytes().get(image.id()))
            .filter(_ -> layers.unpackedBytes().isPresent());
    boolean namelessParent = parent && image.references().isEmpty();
    return new LayeredImage(
        layers,
        shared.map(OptionalLong::of).orElse(OptionalLong.empty()),
        !namelessParent || engine.countsNamelessParents());
  }
}
