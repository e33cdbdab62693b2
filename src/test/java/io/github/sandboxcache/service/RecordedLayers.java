package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineDiskUsage;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.ImageLayers;
import io.github.sandboxcache.domain.layers.LayerGraph;
import io.github.sandboxcache.domain.layers.LayerState;
import io.github.sandboxcache.domain.layers.LayerStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what was ever learned of layers, also of images that are gone. */
final class RecordedLayers implements LayerStore {
  private final Map<String, ImageLayers> layers = new ConcurrentHashMap<>();

  @Override
  public Map<String, ImageLayers> load(String engine) {
    return Map.copyOf(layers);
  }

  @Override
  public void save(String engine, Collection<ImageLayers> more) {
    more.forEach(each -> layers.put(each.imageId(), each));
  }

  @Override
  public void keepOnly(String engine, Set<String> imageIds) {}

  /** As if the app had just been started and those images were its first list. */
  LayerState freshly(ContainerEngine engine, List<EngineImage> listed) {
    List<EngineImage> known =
        listed.stream().filter(image -> layers.containsKey(image.id())).toList();
    return new LayerScan(engine, this).state(known, LayerGraph.EMPTY, EngineDiskUsage.UNKNOWN);
  }

  /** An image's layers, lowest first; empty for one of which nothing was learned. */
  List<String> diffIds(EngineImage image) {
    return Optional.ofNullable(layers.get(image.id())).map(ImageLayers::diffIds).orElse(List.of());
  }

  /** Whether the engine keeps packed layers, too. */
  boolean arePacked() {
    return layers.values().stream().anyMatch(each -> each.contentBytes().isPresent());
  }
}
