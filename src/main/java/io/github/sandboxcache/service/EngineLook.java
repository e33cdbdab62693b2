package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.catalog.ImageChanges;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks at single images, a few at once: cheaper than a full list, above all on slow stores. */
final class EngineLook {
  private static final int CONCURRENCY = 4;

  private final ContainerEngine engine;

  EngineLook(ContainerEngine engine) {
    this.engine = engine;
  }

  /** What the engine has of each name. */
  Map<String, Optional<EngineImage>> at(Collection<String> names) {
    Map<String, Future<Optional<EngineImage>>> pending = new LinkedHashMap<>();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(CONCURRENCY, Thread.ofVirtual().factory())) {
      names.forEach(name -> pending.put(name, workers.submit(() -> engine.image(name))));
    }
    Map<String, Optional<EngineImage>> found = new LinkedHashMap<>();
    pending.forEach((name, future) -> found.put(name, result(future)));
    return found;
  }

  /** The known images, brought up to date where those names are concerned. */
  List<EngineImage> again(List<EngineImage> known, Collection<String> names) {
    ImageChanges changes = new ImageChanges(known);
    at(names).forEach(changes::apply);
    // An image without a name left may be dangling or gone; only the engine can tell.
    List<String> unnamed = new ArrayList<>(changes.unnamed(known));
    unnamed.removeAll(names);
    at(unnamed).forEach(changes::apply);
    return changes.images();
  }

  private static Optional<EngineImage> result(Future<Optional<EngineImage>> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof EngineException engineFailure) {
        throw engineFailure;
      }
      throw new IllegalStateException("looking at an image ended unexpectedly", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("looking at an image was interrupted", e);
    }
  }
}
