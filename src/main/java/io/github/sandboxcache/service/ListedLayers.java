package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineDiskUsage;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.LayerGraph;
import io.github.sandboxcache.domain.layers.LayerState;
import io.github.sandboxcache.domain.layers.LayerStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the images of a list for somebody who waits for it, and not for longer than people wait:
 * what is left then stays unknown, and what was learned is kept, so that the next one goes on.
 * Thread-safe.
 */
final class ListedLayers {
  private static final Logger LOG = LoggerFactory.getLogger(ListedLayers.class);

  /** Enough for more than 1,000 images that nobody has asked for before. */
  private static final Duration MAX_WAIT = Duration.ofSeconds(5);

  private final LayerScan scan;
  private final EngineCount count;

  ListedLayers(ContainerEngine engine, LayerStore store) {
    this.scan = new LayerScan(engine, store);
    this.count = new EngineCount(engine);
  }

  /** Begins to read what is kept, while the engine still lists its images. Returns at once. */
  void prepare() {
    Thread.ofPlatform().daemon().name("layers").start(scan::load);
  }

  /** The same images with what is known of their layers. Waits for the engine. */
  Catalog measured(Catalog listed) {
    long deadline = System.nanoTime() + MAX_WAIT.toNanos();
    List<EngineImage> images = listed.snapshot().images();
    try {
      scan.learn(images, _ -> {}, () -> System.nanoTime() - deadline > 0);
    } catch (EngineException e) {
      LOG.warn("The layers of images could not be read", e);
    }
    LayerState state = scan.state(images, LayerGraph.EMPTY, EngineDiskUsage.listed(images));
    Optional<LayerGraph> open = state.graph().filter(graph -> !graph.settled());
    if (open.isPresent()) {
      Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      Optional<EngineDiskUsage> usage = EngineCount.within(left, count.ask());
      state = usage.map(known -> scan.state(images, open.get(), known)).orElse(state);
    }
    return listed.with(state);
  }
}
