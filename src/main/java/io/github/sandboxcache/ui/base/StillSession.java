package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.CatalogState;
import java.util.function.Consumer;

/**
 * A session in which nothing happens, for a picture: the images are as they were listed, and the
 * engine belongs to whoever listed them.
 *
 * @param service on their engine
 * @param state the images
 */
public record StillSession(CacheService service, CatalogState state) implements EngineSession {
  @Override
  public EngineDescription engine() {
    return service.engine();
  }

  @Override
  public void start() {
    // All is known already.
  }

  @Override
  public void onChange(Consumer<CatalogState> listener) {
    // Nothing changes.
  }

  @Override
  public void onRecordsChange(Runnable listener) {
    // Nothing changes.
  }

  @Override
  public void refresh() {
    // Nobody asks.
  }

  @Override
  public void close() {
    // Nothing was opened.
  }
}
