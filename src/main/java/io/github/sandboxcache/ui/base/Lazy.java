package io.github.sandboxcache.ui.base;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that is made when it is asked for first, because making it takes long and many never
 * ask. Not thread-safe.
 *
 * @param <T> what is made
 */
public final class Lazy<T> implements Supplier<T> {
  private final Supplier<? extends T> maker;
  private Optional<T> made = Optional.empty();

  /** Not yet made. */
  public Lazy(Supplier<? extends T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    if (made.isEmpty()) {
      made = Optional.of(maker.get());
    }
    return made.get();
  }
}
