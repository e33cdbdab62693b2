package io.github.sandboxcache.domain.catalog;

import io.github.sandboxcache.domain.engine.EngineContainer;
import java.util.List;

/** The containers of an engine, which decide what is in use; or why they are not known. */
public sealed interface Containers {
  /** The containers where they are known; otherwise none. */
  default List<EngineContainer> listed() {
    return this instanceof Known(List<EngineContainer> all) ? all : List.of();
  }

  /**
   * The engine listed them.
   *
   * @param all every container, running or not
   */
  record Known(List<EngineContainer> all) implements Containers {
    /** Copies the list, so that the record never changes. */
    public Known {
      all = List.copyOf(all);
    }
  }

  /**
   * The engine did not list them, so any image may be in use.
   *
   * @param reason the engine's own words, untrusted
   */
  record Unknown(String reason) implements Containers {}
}
