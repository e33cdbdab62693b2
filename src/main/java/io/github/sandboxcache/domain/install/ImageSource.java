package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.util.Optional;

/** Where an image that is missing may be had, before it is made here. Thread-safe. */
public interface ImageSource {
  /** There is none. */
  ImageSource NONE = (_, _, _) -> Optional.empty();

  /**
   * Gets an image, in bounded time. Whatever fails is told to the listener and is no failure.
   *
   * @return its name there, once it is here; empty when it has to be made
   * @throws java.util.concurrent.CancellationException once cancelled
   */
  Optional<RemoteReference> get(
      CacheReference image, ProgressListener listener, Cancellation cancellation);
}
