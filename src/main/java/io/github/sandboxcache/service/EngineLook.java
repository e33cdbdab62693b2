package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.catalog.ImageChanges;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at single images, a few at once: cheaper than a full list, above all on slow stores. */
final class EngineLook {
  private final ContainerEngine engine;

  EngineLook(ContainerEngine engine) {
    this.engine = engine;
  }

  /** What the engine has of each name. */
  Map<String, Optional<EngineImage>> at(Collection<String> names) {
    return FewAtOnce.ask(names, engine::image);
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
}
