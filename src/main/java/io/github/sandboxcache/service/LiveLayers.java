package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.engine.EngineDiskUsage;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.layers.LayerGraph;
import io.github.sandboxcache.domain.layers.LayerState;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The layers of a live catalog's images: learned in the background after a list, and together with
 * every later change, so that at no moment a figure belongs to another list than the one shown. Its
 * methods are called by the catalog's worker.
 */
final class LiveLayers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveLayers.class);

  private static final int MANY = 100;

  private final LayerScan scan;
  private final CatalogWorker worker;
  private final Supplier<List<EngineImage>> images;
  private final Consumer<LayerState> publish;
  private final AtomicInteger asked = new AtomicInteger();
  private LayerState state = LayerState.nothing();
  private volatile boolean closed;

  /**
   * Of the images that the catalog has.
   *
   * @param publish called by the worker
   */
  LiveLayers(
      LayerScan scan,
      CatalogWorker worker,
      Supplier<List<EngineImage>> images,
      Consumer<LayerState> publish) {
    this.scan = scan;
    this.worker = worker;
    this.images = images;
    this.publish = publish;
  }

  /** The state with the images of a full list. */
  LayerState listed(List<EngineImage> listed) {
    scan.keepOnly(listed);
    return state(listed, EngineDiskUsage.listed(listed));
  }

  /**
   * The state after a change. New images are asked for at once, except while everything is being
   * learned.
   *
   * @throws EngineException if the engine refuses or is gone
   */
  LayerState changed(List<EngineImage> now) {
    if (state.graph().isPresent()) {
      scan.learn(now, _ -> {}, () -> closed);
    }
    return state(now, EngineDiskUsage.UNKNOWN);
  }

  /** Whether so many layers have to be asked for that the engine and this app are busy with it. */
  boolean isMuchMissing() {
    return scan.missing(images.get()).size() > MANY;
  }

  /** Learns what is missing, then what the layers themselves leave open. Returns at once. */
  void learn() {
    if (asked.getAndIncrement() == 0) {
      Thread.ofVirtual().name("layers").start(this::learnWhileAsked);
    }
  }

  private void learnWhileAsked() {
    int answered;
    do {
      answered = asked.get();
      learnAll();
    } while (asked.addAndGet(-answered) > 0);
  }

  private void learnAll() {
    try {
      while (!closed && !scan.missing(images.get()).isEmpty()) {
        List<EngineImage> now = images.get();
        scan.learn(now, done -> progress(done < now.size()), () -> closed);
      }
      worker.execute(this::settle);
    } catch (EngineException e) {
      LOG.warn("The layers of images could not be read", e);
    }
  }

  private void progress(boolean unfinished) {
    if (unfinished) {
      worker.execute(() -> publish(images.get(), EngineDiskUsage.UNKNOWN));
    }
  }

  private void settle() {
    publish(images.get(), EngineDiskUsage.UNKNOWN);
    if (!closed && state.graph().filter(graph -> !graph.settled()).isPresent()) {
      List<EngineImage> counted = images.get();
      Thread.ofVirtual().name("disk-usage").start(() -> askForUsage(counted));
    }
  }

  private void askForUsage(List<EngineImage> counted) {
    try {
      EngineDiskUsage usage = scan.diskUsage();
      worker.execute(
          () -> {
            // The engine's count says nothing of other images than those it had then.
            if (counted.equals(images.get())) {
              publish(counted, usage);
            }
          });
    } catch (EngineException e) {
      LOG.warn("The engine's count of its layers could not be read", e);
    }
  }

  private void publish(List<EngineImage> now, EngineDiskUsage usage) {
    publish.accept(state(now, usage));
  }

  private LayerState state(List<EngineImage> now, EngineDiskUsage usage) {
    state = scan.state(now, state.graph().orElse(LayerGraph.EMPTY), usage);
    return state;
  }

  /** Asks for nothing more. Returns at once. */
  @Override
  public void close() {
    closed = true;
  }
}
