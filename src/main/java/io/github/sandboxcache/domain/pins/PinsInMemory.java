package io.github.sandboxcache.domain.pins;

import io.github.sandboxcache.domain.cache.CacheReference;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Pins of made-up images: they last as long as the process. */
public final class PinsInMemory implements PinStore {
  private final Set<CacheReference> pinned = new HashSet<>();

  @Override
  public synchronized Pins read() {
    return new Pins.Known(pinned);
  }

  @Override
  public synchronized Set<CacheReference> pin(Collection<CacheReference> references) {
    Set<CacheReference> changed = new LinkedHashSet<>(references);
    changed.removeIf(reference -> !pinned.add(reference));
    return changed;
  }

  @Override
  public synchronized Set<CacheReference> unpin(Collection<CacheReference> references) {
    Set<CacheReference> changed = new LinkedHashSet<>(references);
    changed.removeIf(reference -> !pinned.remove(reference));
    return changed;
  }
}
