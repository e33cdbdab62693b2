package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.CatalogState;
import java.util.function.Consumer;

/** One connection to an engine: its live catalog and what can be done with it. Thread-safe. */
public interface EngineSession extends AutoCloseable {
  /** Which engine this is about. */
  EngineDescription engine();

  /** What can be done with its cache. */
  CacheService service();

  /**
   * Starts to load and to follow the engine. Waits for the disk, where an earlier list is
   * remembered, but not for the engine.
   */
  void start();

  /** What is known of its images now. */
  CatalogState state();

  /** Calls the listener with every new state, from a thread of the session's own. */
  void onChange(Consumer<CatalogState> listener);

  /**
   * Calls the listener after the ledger or the pins changed, whoever changed them, and after a look
   * inside an image found something, from a thread that is not the caller's.
   */
  void onRecordsChange(Runnable listener);

  /** Lists everything anew in the background. */
  void refresh();

  /** Stops following and lets go of the engine. Waits for nothing. */
  @Override
  void close();
}
